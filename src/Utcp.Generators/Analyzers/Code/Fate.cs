namespace Utcp.Generators.Analyzers.Code;

/// <summary>What becomes of an object that a piece of code creates.</summary>
internal enum Fate
{
    /// <summary>It stays in the code and nobody disposes it.</summary>
    Dropped,

    /// <summary>It stays in the code, which disposes it.</summary>
    Disposed,

    /// <summary>It goes elsewhere: a field, a result, another method, a lambda.</summary>
    Kept,
}
