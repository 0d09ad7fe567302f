using Utcp.Manuals.Json;

namespace Utcp.Manuals.Utcp;

/// <summary>Rewrites tools of UTCP 0.x into the v1 form (section 1.4, D2). Every value keeps its place in the document, so that problems point at what was written.</summary>
internal static class LegacyForm
{
    /// <summary>Whether a tool is written in the v0.x form.</summary>
    public static bool IsLegacy(JsonValue tool)
    {
        var template = Present(tool, "tool_call_template");
        return template is null
            ? Present(tool, "tool_provider") is not null || Present(tool, "provider") is not null
            : Present(template, "call_template_type") is null && Present(template, "provider_type") is not null;
    }

    /// <summary>The tool in the v1 form.</summary>
    public static JsonValue Migrate(JsonValue tool)
    {
        var provider = Present(tool, "tool_call_template") is not null ? "tool_call_template" : Present(tool, "tool_provider") is not null ? "tool_provider" : "provider";
        var members = new List<JsonMember>(tool.Members.Count);
        foreach (var member in tool.Members)
        {
            if (member.Name == provider)
            {
                members.Add(new JsonMember("tool_call_template", member.NameSpan, MigrateTemplate(member.Value)));
            }
            else if (member.Name == "tool_call_template")
            {
                // null: the provider takes its place.
            }
            else
            {
                members.Add(Rename(tool, member, "parameters", "inputs") ?? Rename(tool, member, "output", "outputs") ?? member);
            }
        }

        return JsonValue.Object([.. members], tool.Span);
    }

    /// <summary>A template in the v1 form.</summary>
    public static JsonValue MigrateTemplate(JsonValue template)
    {
        if (!template.IsObject)
        {
            return template;
        }

        var typeName = Present(template, "provider_type") is not null ? "provider_type" : "type";
        var members = new List<JsonMember>(template.Members.Count + 1);
        foreach (var member in template.Members)
        {
            var renamed = Rename(template, member, typeName, "call_template_type") ?? Rename(template, member, "method", "http_method") ?? member;
            members.Add(renamed.Name switch
            {
                "call_template_type" => renamed with { Value = MigrateType(template, renamed.Value) },
                "http_method" => renamed with { Value = Upper(renamed.Value) },
                _ => renamed,
            });
        }

        if (Present(template, "call_template_type") is null && Present(template, typeName) is null)
        {
            members.Add(new JsonMember("call_template_type", template.Span, JsonValue.String("http", template.Span)));
        }

        return JsonValue.Object([.. members], template.Span);
    }

    private static JsonValue MigrateType(JsonValue template, JsonValue type) => type switch
    {
        { IsString: true, Text: "http_stream" } => JsonValue.String("streamable_http", type.Span),
        { IsString: true, Text: "text" } when Present(template, "file_path") is not null => JsonValue.String("file", type.Span),
        _ => type,
    };

    private static JsonValue Upper(JsonValue value) => value.IsString ? JsonValue.String(value.Text.ToUpperInvariant(), value.Span) : value;

    /// <summary>The member under its new name, or null when it has another name or the new name is taken.</summary>
    private static JsonMember? Rename(JsonValue owner, JsonMember member, string from, string to) =>
        member.Name == from && Present(owner, to) is null ? member with { Name = to } : null;

    private static JsonValue? Present(JsonValue value, string name) => value[name] is { IsNull: false } found ? found : null;
}
