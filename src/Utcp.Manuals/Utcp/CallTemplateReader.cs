using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads call templates that stand alone: those that manuals are registered with (UTCP section 6.1).</summary>
public static class CallTemplateReader
{
    /// <summary>Reads a template. The v0.x form (<c>provider_type</c>) is read as if migrated (D2).</summary>
    /// <param name="template">The template.</param>
    /// <param name="problems">Where problems go; created for the document that holds the template.</param>
    /// <returns>The call, or null when the template cannot be used; why is reported. Types that this library does not read give an <see cref="UnsupportedCall"/>.</returns>
    public static Call? Read(JsonValue template, ProblemList problems)
    {
        var isLegacy = template.IsObject && template["call_template_type"] is null or { IsNull: true } && template["provider_type"] is { IsNull: false };
        return new CallReader(problems).Read(isLegacy ? LegacyForm.MigrateTemplate(template) : template, isLegacy)?.Call;
    }
}
