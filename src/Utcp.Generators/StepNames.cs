namespace Utcp.Generators;

/// <summary>The names of the pipeline's steps, for tests that assert what an edit re-runs.</summary>
internal static class StepNames
{
    /// <summary>Additional files in JSON or YAML.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>Manuals with the files that they refer to.</summary>
    public const string LinkedManuals = nameof(LinkedManuals);

    /// <summary>What a manual became, before manuals that ask for the same names are told apart.</summary>
    public const string Compiled = nameof(Compiled);

    /// <summary>Additional files that are manuals, with their options.</summary>
    public const string ManualFiles = nameof(ManualFiles);

    /// <summary>What a manual became: sources and diagnostics.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>One item per source file.</summary>
    public const string Sources = nameof(Sources);

    /// <summary>One item per manual with diagnostics.</summary>
    public const string Diagnostics = nameof(Diagnostics);
}
