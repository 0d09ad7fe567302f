namespace Utcp.Generators.Inputs;

/// <summary>The syntax of a document.</summary>
internal enum DocumentFormat
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>YAML.</summary>
    Yaml,
}
