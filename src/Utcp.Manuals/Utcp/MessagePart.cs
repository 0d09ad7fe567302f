namespace Utcp.Manuals.Utcp;

/// <summary>A part of the text of a WebSocket message template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal text, or the name of the argument or variable; "" for the others.</param>
public readonly record struct MessagePart(MessagePartKind Kind, string Text);

/// <summary>The kinds of parts of a message template.</summary>
public enum MessagePartKind
{
    /// <summary>Text that is sent as it is.</summary>
    Literal,

    /// <summary><c>UTCP_ARG_name_UTCP_ARG</c>: an argument (section 3.3).</summary>
    Argument,

    /// <summary><c>${NAME}</c>: a variable.</summary>
    Variable,

    /// <summary><c>$NAME</c>: a variable that stays as written when nothing knows it (D31).</summary>
    BareVariable,

    /// <summary><c>UTCP_TOOL_NAME</c>: the tool's name as the manual writes it.</summary>
    ToolName,

    /// <summary><c>UTCP_REQUEST_ID</c>: the id by which replies find their call.</summary>
    RequestId,

    /// <summary><c>UTCP_ALL_ARGS</c>: the object of all arguments.</summary>
    AllArguments,
}
