using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Utcp.Runtime.Tests.Telemetry;

/// <summary>Listens to everything there is.</summary>
public sealed class Observer : ILoggerFactory, ILogger
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _metrics;

    public Observer()
    {
        _activities = new()
        {
            ShouldListenTo = static source => source.Name == UtcpTelemetry.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == UtcpTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _metrics.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _metrics.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        _metrics.Start();
    }

    public ConcurrentQueue<Activity> Activities { get; } = [];

    public ConcurrentQueue<Measurement> Measurements { get; } = [];

    public ConcurrentQueue<(int Id, LogLevel Level, string Text)> Entries { get; } = [];

    /// <summary>All that was said, for looking for what must not be there.</summary>
    public string Everything =>
        string.Join('\n', Activities.SelectMany(a => a.TagObjects.Select(t => $"{t.Key}={t.Value}").Concat(a.Events.Select(e => e.Name + string.Join(' ', e.Tags))).Append(a.DisplayName + a.StatusDescription + a.OperationName + string.Join(' ', a.Baggage)))
            .Concat(Measurements.Select(m => m.ToString()))
            .Concat(Entries.Select(e => e.Text)));

    public string[] Texts => [.. Entries.Select(e => $"{e.Id} {e.Level} {System.Text.RegularExpressions.Regex.Replace(e.Text, @"\d+ ms", "N ms")}")];

    public IEnumerable<string> Of(string instrument) => Measurements.Where(m => m.Instrument == instrument).Select(m => m.Tags);

    public static string Tags(Activity activity) => string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"));

    public ILogger CreateLogger(string categoryName)
    {
        Assert.Equal(UtcpTelemetry.LogCategory, categoryName);
        return this;
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Assert.Null(exception);
        Entries.Enqueue((eventId.Id, logLevel, formatter(state, exception)));
    }

    public void Dispose()
    {
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Enqueue(new(instrument.Name, value, string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));

    public sealed record Measurement(string Instrument, double Value, string Tags);
}
