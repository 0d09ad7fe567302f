using Utcp.Manuals.Json;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Tests.Schemas;

/// <summary>Schemas as short texts, so that a test can show a whole one in a line.</summary>
internal static class SchemaText
{
    /// <summary>Such as <c>{a!: integer(int32)[1..5], b: string?, *: any}</c>; a <c>'title'</c> stands in front, flags such as <c>#deprecated</c> behind.</summary>
    public static string Of(Schema schema) =>
        (schema.Title is null ? "" : $"'{schema.Title}' ")
        + Shape(schema)
        + (schema.Nullable ? "?" : "")
        + (schema.Deprecated ? " #deprecated" : "")
        + (schema.ReadOnly ? " #readOnly" : "")
        + (schema.WriteOnly ? " #writeOnly" : "")
        + (schema.Default is null ? "" : " =" + JsonText.Minify(schema.Default))
        + (schema.Description.Length == 0 ? "" : $" \"{schema.Description}\"");

    private static string Shape(Schema schema) => schema switch
    {
        AnySchema => "any",
        NothingSchema => schema.Nullable ? "null" : "never",
        BooleanSchema => "boolean",
        NumberSchema n => (n.IsInteger ? "integer" : "number") + Format(n.Format)
            + (n.Minimum is null && n.Maximum is null ? "" : (n.MinimumIsExclusive ? "(" : "[") + n.Minimum + ".." + n.Maximum + (n.MaximumIsExclusive ? ")" : "]"))
            + (n.MultipleOf is null ? "" : "%" + n.MultipleOf),
        TextSchema t => "string" + Format(t.Format) + (t.MinLength is null && t.MaxLength is null ? "" : $"[{t.MinLength}..{t.MaxLength}]")
            + (t.Pattern is null ? "" : $"/{t.Pattern}/") + (t.ContentEncoding is null ? "" : " in " + t.ContentEncoding) + (t.ContentMediaType is null ? "" : " as " + t.ContentMediaType),
        EnumSchema e => (e.IsInteger ? "integers" : "strings") + Format(e.Format) + "<"
            + string.Join(", ", e.Members.Select(m => m.Value + (m.Name is null ? "" : " as " + m.Name) + (m.Description.Length == 0 ? "" : $" \"{m.Description}\""))) + ">",
        ConstSchema c => "const " + JsonText.Minify(c.Value),
        ArraySchema a => "[" + string.Concat(a.PrefixItems.Select(i => Of(i) + ", ")) + (a.PrefixItems.Count > 0 ? "..." : "") + Of(a.Items) + "]"
            + (a.MinItems is null && a.MaxItems is null ? "" : $"[{a.MinItems}..{a.MaxItems}]") + (a.UniqueItems ? " unique" : ""),
        ObjectSchema o => "{" + string.Join(", ", o.Properties.Select(p => p.Name + (p.Required ? "!" : "") + ": " + Of(p.Schema))
            .Concat(o.AdditionalProperties is null ? [] : ["*: " + Of(o.AdditionalProperties)]).Concat(o.IsClosed ? ["closed"] : [])) + "}",
        UnionSchema u => "(" + string.Join(" | ", u.Cases.Select(Of)) + ")"
            + (u.Discriminator is null ? "" : $" by {u.Discriminator.PropertyName}: {string.Join(" | ", u.Discriminator.Tags.Select(t => string.Join(",", t)))}"),
        ReferenceSchema r => "->" + r.Target,
        _ => throw new ArgumentException(schema.GetType().Name),
    };

    private static string Format(string? format) => format is null ? "" : $"({format})";
}
