namespace Utcp.Manuals.Utcp;

/// <summary>What the list <c>tools</c> of a file looks like.</summary>
internal enum ToolsShape
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It is empty.</summary>
    Empty,

    /// <summary>It holds something else: plain names, or tools of other protocols.</summary>
    Other,

    /// <summary>It holds tools of UTCP.</summary>
    Tools,
}
