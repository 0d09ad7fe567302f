namespace Utcp.Client.Calls;

/// <summary>How the answer of a tool is read.</summary>
internal enum AnswerForm
{
    /// <summary>As one value.</summary>
    Value,

    /// <summary>As server-sent events.</summary>
    Events,

    /// <summary>As items by its media type: lines of JSON, events, text, bytes, or one value.</summary>
    Items,
}
