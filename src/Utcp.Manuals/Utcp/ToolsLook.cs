using Utcp.Manuals.Json;

namespace Utcp.Manuals.Utcp;

/// <summary>Judges a list of tools by the names in its first entry. The one rule for all forms of a document: JSON text, YAML text, a tree.</summary>
internal sealed class ToolsLook
{
    private bool _hasName;
    private bool _isForeign;
    private bool _isUtcp;

    /// <summary>Whether nothing more can change the judgement.</summary>
    public bool IsDecided => _isUtcp;

    public ToolsShape Shape => _isUtcp || (_hasName && !_isForeign) ? ToolsShape.Tools : ToolsShape.Other;

    /// <summary>Notes a member of the first entry.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isText">Whether its value is a string.</param>
    public void Note(string name, bool isText)
    {
        _isUtcp |= name is "tool_call_template" or "tool_provider" or "provider";

        // Lists of tools for language models and of MCP servers have names too.
        _isForeign |= name is "inputSchema" or "input_schema" or "function" or "type";
        _hasName |= name == "name" && isText;
    }

    public static ToolsShape Of(JsonValue? tools)
    {
        if (tools is not { IsArray: true })
        {
            return ToolsShape.None;
        }

        if (tools.Items.Count == 0)
        {
            return ToolsShape.Empty;
        }

        var look = new ToolsLook();
        foreach (var member in tools.Items[0].Members)
        {
            look.Note(member.Name, member.Value.IsString);
        }

        return look.Shape;
    }
}
