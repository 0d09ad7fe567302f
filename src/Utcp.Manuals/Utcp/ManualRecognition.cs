using Utcp.Manuals.Json;

namespace Utcp.Manuals.Utcp;

/// <summary>Tells manuals from other JSON files by their top-level keys (UTCP section 1.6), without reading the values.</summary>
public static class ManualRecognition
{
    /// <summary>
    /// Recognises a document. A <c>tools</c> array makes a manual, together with <c>utcp_version</c>, when its first entry looks like a
    /// tool, or when it is empty and a <c>version</c> stands beside it; it wins over <c>openapi</c> and <c>swagger</c>. Anything else is none: tool manifests, package lists, settings.
    /// Nor is an OpenAPI document of <c>components</c> alone: others refer to it.
    /// </summary>
    /// <param name="text">The text; a byte order mark and comments are skipped. Text that breaks off, as while somebody types, is judged by what is there.</param>
    /// <returns>The kind. This method never throws.</returns>
    public static ManualKind Recognise(string text)
    {
        var scanner = new JsonSkimmer(text);
        if (!scanner.TryEnterObject())
        {
            return ManualKind.None;
        }

        var tools = ToolsShape.None;
        var hasUtcpVersion = false;
        var hasVersion = false;
        var isOpenApi = false;
        var hasPaths = false;
        var hasComponents = false;
        while (scanner.TryReadName(out var name))
        {
            if (name.Is("utcp_version"))
            {
                hasUtcpVersion = true;
            }
            else if (name.Is("version"))
            {
                hasVersion = scanner.Peek() == '"';
            }
            else if (name.Is("openapi") || name.Is("swagger"))
            {
                isOpenApi |= scanner.Peek() is '"' or >= '1' and <= '9';
            }
            else if (name.Is("paths") || name.Is("webhooks"))
            {
                hasPaths = true;
            }
            else if (name.Is("components"))
            {
                hasComponents = true;
            }
            else if (name.Is("tools") && scanner.Peek() == '[')
            {
                tools = LookAtTools(scanner);
            }

            if (IsUtcp(tools, hasUtcpVersion, hasVersion))
            {
                return ManualKind.Utcp;
            }

            if (!scanner.TrySkipValue())
            {
                break;
            }
        }

        return isOpenApi && (hasPaths || !hasComponents) ? ManualKind.OpenApi : ManualKind.None;
    }

    /// <summary>Recognises a document in YAML the same way, by its lines: reading YAML takes long, and needs an assembly that a compiler would have to load.</summary>
    /// <param name="text">The text, in block style; in flow style it is judged as JSON.</param>
    /// <returns>The kind. This method never throws.</returns>
    public static ManualKind RecogniseYaml(string text) => text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("{", StringComparison.Ordinal) ? Recognise(text) : YamlRecognition.Recognise(text);

    /// <summary>Recognises a document that was read already.</summary>
    public static ManualKind Recognise(JsonValue root)
    {
        if (IsUtcp(ToolsLook.Of(root["tools"]), root["utcp_version"] is not null, root["version"] is { IsString: true }))
        {
            return ManualKind.Utcp;
        }

        return IsVersion(root["openapi"]) || IsVersion(root["swagger"]) ? ManualKind.OpenApi : ManualKind.None;
    }

    internal static bool IsUtcp(ToolsShape tools, bool hasUtcpVersion, bool hasVersion) => tools switch
    {
        ToolsShape.None => false,
        ToolsShape.Tools => true,
        ToolsShape.Empty => hasUtcpVersion || hasVersion,
        _ => hasUtcpVersion,
    };

    private static bool IsVersion(JsonValue? value) => value is not null && (value.IsString || (value.Kind == JsonKind.Number && value.Text[0] is >= '1' and <= '9'));

    private static ToolsShape LookAtTools(JsonSkimmer scanner)
    {
        scanner.Skip();
        if (scanner.Peek() is ']' or '\0')
        {
            return ToolsShape.Empty;
        }

        if (!scanner.TryEnterObject())
        {
            return ToolsShape.Other;
        }

        var look = new ToolsLook();
        while (!look.IsDecided && scanner.TryReadName(out var name))
        {
            look.Note(name.Text, scanner.Peek() == '"');
            if (!scanner.TrySkipValue())
            {
                break;
            }
        }

        return look.Shape;
    }
}
