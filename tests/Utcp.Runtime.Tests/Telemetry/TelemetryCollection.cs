namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>Listeners hear the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(TelemetryCollection), DisableParallelization = true)]
public sealed class TelemetryCollection;
