using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>The names and descriptions that vendor keywords give to the values of an <c>enum</c>, by position or by value.</summary>
internal sealed class EnumNames(JsonValue node)
{
    private readonly JsonValue? _names = SchemaKeywords.Get(node, "x-enum-varnames") ?? SchemaKeywords.Get(node, "x-enumNames");
    private readonly JsonValue? _descriptions = SchemaKeywords.Get(node, "x-enum-descriptions") ?? SchemaKeywords.Get(node, "x-enumDescriptions");

    public string? Name(int index) => At(_names, index);

    public string Description(int index, string value) =>
        At(_descriptions, index) ?? (_descriptions?[value] is { IsString: true } text ? text.Text : "");

    private static string? At(JsonValue? list, int index) =>
        list is not null && index < list.Items.Count && list.Items[index] is { IsString: true, Text.Length: > 0 } value ? value.Text : null;
}
