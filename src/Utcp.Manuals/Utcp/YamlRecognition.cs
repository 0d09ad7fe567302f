namespace Utcp.Manuals.Utcp;

/// <summary>Tells manuals in YAML from other YAML files by their top-level names, without a YAML parser.</summary>
internal static class YamlRecognition
{
    public static ManualKind Recognise(string text)
    {
        var lines = new YamlSkimmer(text);
        var tools = ToolsShape.None;
        var (hasUtcpVersion, hasVersion, isOpenApi, hasPaths, hasComponents, column) = (false, false, false, false, false, -1);
        var hasLine = lines.TryMove();
        while (hasLine)
        {
            column = column < 0 ? lines.Column : column;
            if (lines.Column != column || lines.Dash >= 0)
            {
                hasLine = lines.TryMove();
                continue;
            }

            var (name, value) = lines.Read();
            hasUtcpVersion |= name == "utcp_version";
            hasVersion |= name == "version" && value.Length > 0;
            hasPaths |= name is "paths" or "webhooks";
            hasComponents |= name == "components";
            isOpenApi |= name is "openapi" or "swagger" && value.TrimStart('"', '\'') is { Length: > 0 } version && version[0] is >= '1' and <= '9';
            if (name == "tools")
            {
                tools = LookAtTools(ref lines, value, column, out hasLine);
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

        return isOpenApi && (hasPaths || !hasComponents) ? ManualKind.OpenApi : ManualKind.None;
    }

    /// <summary>Looks at the first item, and stops at the line behind it.</summary>
    private static ToolsShape LookAtTools(ref YamlSkimmer lines, string value, int column, out bool hasLine)
    {
        hasLine = lines.TryMove();
        if (value.Length > 0 || !hasLine || lines.Dash < column)
        {
            return value == "[]" ? ToolsShape.Empty : value.StartsWith("[", StringComparison.Ordinal) ? ToolsShape.Other : ToolsShape.None;
        }

        // The first item may stand below its dash.
        var isBare = lines.Read().Name.Length == 0;
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
                var (name, text) = lines.Read();
                look.Note(name, text.Length > 0);
            }

            hasLine = lines.TryMove();
        }
        while (hasLine && !look.IsDecided && (lines.Column >= inner || isBare) && lines.Dash != dash);

        return look.Shape;
    }
}
