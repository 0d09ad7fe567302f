namespace Utcp.Generators.Diagnostics;

/// <summary>Ids and properties of what the analyzer of documents reports and the code fixes repair. Both assemblies compile this file.</summary>
internal static class DocumentRules
{
    /// <summary>A URL is refused by the URL policy.</summary>
    public const string InsecureUrl = "UTCP201";

    /// <summary>A server beside the one that is called is refused by the URL policy.</summary>
    public const string UnsafeServerChoice = "UTCP208";

    /// <summary>A secret stands in the document in the clear.</summary>
    public const string LiteralSecret = "UTCP203";

    /// <summary>The property of a diagnostic that holds where the edit starts that repairs it.</summary>
    public const string EditStart = nameof(EditStart);

    /// <summary>The property that holds how many characters it replaces.</summary>
    public const string EditLength = nameof(EditLength);

    /// <summary>The property that holds what it writes.</summary>
    public const string EditText = nameof(EditText);
}
