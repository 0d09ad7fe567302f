namespace Utcp.Manuals.Utcp;

/// <summary>Tells manuals in YAML from other YAML files by their top-level names, without a YAML parser.</summary>
internal static class YamlRecognition
{
    public static ManualKind Recognise(string text)
    {
        var lines = new YamlSkimmer(text);
        var tools = ToolsShape.None;
        var (hasUtcpVersion, hasVersion, isOpenApi, column) = (false, false, false, -1);
        var hasLine = lines.TryMove();
        while (hasLine)
        {
            column = column < 0 ? lines.Column : column;
            if (lines.Column != column || lines.Dash >= 0)
            {
                hasLine = lines.TryMove();
                continue;
            }

            hasUtcpVersion |= lines.Name == "utcp_version";
            hasVersion |= lines.Name == "version" && lines.Value.Length > 0;
            isOpenApi |= lines.Name is "openapi" or "swagger" && lines.Value.TrimStart('"', '\'') is { Length: > 0 } version && version[0] is >= '1' and <= '9';
            if (lines.Name == "tools")
            {
                tools = LookAtTools(ref lines, column, out hasLine);
            }
            else
            {
                hasLine = lines.TryMove();
            }

            if (ManualRecognition.IsUtcp(tools, hasUtcpVersion, hasVersion))
            {
                return ManualKind.Utcp;
            }
        }

        return isOpenApi ? ManualKind.OpenApi : ManualKind.None;
    }

    /// <summary>Looks at the first item, and stops at the line behind it.</summary>
    private static ToolsShape LookAtTools(ref YamlSkimmer lines, int column, out bool hasLine)
    {
        var value = lines.Value;
        hasLine = lines.TryMove();
        if (value.Length > 0 || !hasLine || lines.Dash < column)
        {
            return value == "[]" ? ToolsShape.Empty : value.StartsWith("[", StringComparison.Ordinal) ? ToolsShape.Other : ToolsShape.None;
        }

        // The first item may stand below its dash.
        var isBare = lines.Name.Length == 0;
        var look = new ToolsLook();
        var (dash, inner) = (lines.Dash, lines.Column);
        do
        {
            if (lines.Column > inner && lines.Dash < 0 && isBare)
            {
                (inner, isBare) = (lines.Column, false);
            }

            if (lines.Column == inner)
            {
                look.Note(lines.Name, lines.Value.Length > 0);
            }

            hasLine = lines.TryMove();
        }
        while (hasLine && !look.IsDecided && (lines.Column >= inner || isBare) && lines.Dash != dash);

        return look.Shape;
    }
}
