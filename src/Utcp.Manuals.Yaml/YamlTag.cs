using Utcp.Manuals.Json;
using YamlDotNet.Core;

namespace Utcp.Manuals.Yaml;

/// <summary>The tags of the core schema (YAML 1.2, section 10.3.1), which say outright what a scalar is. Others ask for an object of some program, and nobody here makes one.</summary>
internal static class YamlTag
{
    private const string Prefix = "tag:yaml.org,2002:";

    /// <summary>Whether a tag may stand at a mapping.</summary>
    public static bool FitsMapping(TagName tag) => IsNone(tag) || tag.Value == Prefix + "map";

    /// <summary>Whether a tag may stand at a sequence.</summary>
    public static bool FitsSequence(TagName tag) => IsNone(tag) || tag.Value == Prefix + "seq";

    /// <summary>The value of a scalar with a tag; null when the tag is none of the core schema, or the text does not fit it.</summary>
    public static JsonValue? Read(TagName tag, string text, JsonSpan span)
    {
        if (tag.IsNonSpecific || tag.Value == Prefix + "str")
        {
            return JsonValue.String(text, span);
        }

        var value = YamlScalar.Read(text, span);
        var fits = tag.Value switch
        {
            Prefix + "null" => value.IsNull,
            Prefix + "bool" => value.IsBoolean,
            Prefix + "int" => value.Kind == JsonKind.Number && value.Text.IndexOfAny(['.', 'e', 'E']) < 0,
            Prefix + "float" => value.Kind == JsonKind.Number,
            _ => false,
        };
        return fits ? value : null;
    }

    /// <summary>Whether a node has no tag.</summary>
    public static bool IsNone(TagName tag) => tag.IsEmpty || (tag.IsNonSpecific && tag.Value == "?");
}
