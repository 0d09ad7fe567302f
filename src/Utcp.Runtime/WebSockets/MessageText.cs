using System.Text;
using Utcp.Manuals.Utcp;

namespace Utcp.WebSockets;

/// <summary>What stands in text for a part of a template.</summary>
internal static class MessageText
{
    public static string Of(MessagePart part, in MessageValues values) => part.Kind switch
    {
        MessagePartKind.Literal => part.Text,
        MessagePartKind.Argument => values.Find(part.Text) is { IsEmpty: false } json ? MessageValues.TextOf(json) : "",
        MessagePartKind.Variable => values.Scope.Require(part.Text),
        MessagePartKind.BareVariable => values.Scope.Find(part.Text) ?? "$" + part.Text,
        MessagePartKind.ToolName => values.ToolName,
        MessagePartKind.RequestId => Encoding.ASCII.GetString(values.RequestId),
        _ => Encoding.UTF8.GetString(values.Arguments),
    };
}
