using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>What a manual says about itself (sections 1.1 and 1.4).</summary>
internal sealed record ManualHeading
{
    private const string NotStandard = "is not a field of a UTCP manual, and some clients refuse manuals that have it";

    public string? Title { get; private init; }

    public string? Description { get; private init; }

    public string? Version { get; private init; }

    public string? UtcpVersion { get; private init; }

    public bool IsLegacy { get; private init; }

    public static ManualHeading Read(JsonValue root, JsonValue tools, ProblemList problems)
    {
        var fields = new FieldReader(root, "a manual", problems);
        fields.Know("tools");
        var utcpVersion = fields.Version("utcp_version");
        var version = fields.Version("manual_version");
        var legacy = FindLegacy(root, tools);
        if (legacy is { } place)
        {
            problems.Add(ProblemCodes.LegacyManual, place, "The manual is written in the form of UTCP 0.x and was read as if migrated: write 'utcp_version' and 'manual_version' at the top, and 'tool_call_template' with 'call_template_type' in each tool.");
            version ??= fields.Version("version");
            fields.Know("version");
        }

        var (title, description) = ReadNames(fields, legacy is not null, problems);
        fields.ReportUnknown(KnownMistakes.Manual);
        return new ManualHeading { Title = title, Description = description, Version = version, UtcpVersion = utcpVersion, IsLegacy = legacy is not null };
    }

    /// <summary>The first place that shows the v0.x form, or null.</summary>
    private static JsonSpan? FindLegacy(JsonValue root, JsonValue tools)
    {
        if (root["utcp_version"] is null)
        {
            foreach (var member in root.Members)
            {
                if (member.Name is "version" or "provider_info")
                {
                    return member.NameSpan;
                }
            }
        }

        foreach (var tool in tools.Items)
        {
            if (tool.IsObject && LegacyForm.IsLegacy(tool))
            {
                foreach (var member in tool.Members)
                {
                    if (member.Name is "tool_call_template" or "tool_provider" or "provider" && !member.Value.IsNull)
                    {
                        return member.NameSpan;
                    }
                }
            }
        }

        return null;
    }

    private static (string? Title, string? Description) ReadNames(FieldReader fields, bool isLegacy, ProblemList problems)
    {
        string? title = null;
        string? description = null;
        Take(fields.Value["info"], "title", ref title, ref description);
        Take(fields.Value["provider_info"], "name", ref title, ref description);
        Take(fields.Value, "name", ref title, ref description);
        foreach (var member in fields.Value.Members)
        {
            if (member.Name is "info" or "name" or "description" || (member.Name == "provider_info" && !isLegacy))
            {
                problems.Add(ProblemCodes.UnknownField, member.NameSpan, $"'{member.Name}' {NotStandard}; it only names and describes the client here.");
            }
        }

        fields.Know("info", "provider_info", "name", "description");
        return (title, description);
    }

    private static void Take(JsonValue? source, string titleName, ref string? title, ref string? description)
    {
        title ??= source?[titleName] is { IsString: true, Text.Length: > 0 } name ? name.Text : null;
        description ??= source?["description"] is { IsString: true, Text.Length: > 0 } text ? text.Text : null;
    }
}
