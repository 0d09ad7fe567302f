using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Client;

/// <summary>Reads the built-in post-processors of a configuration (section 6.5).</summary>
internal static class PostProcessorReader
{
    public static IToolPostProcessor? Read(JsonValue item, ProblemList problems)
    {
        var fields = new FieldReader(item, "a post-processor", problems);
        if (!ConfigurationReader.Type(fields, "tool_post_processor_type", problems, "filter_dict", "limit_strings"))
        {
            return null;
        }

        var filter = new ToolFilter
        {
            ExcludeTools = Names(fields, "exclude_tools"),
            OnlyIncludeTools = Names(fields, "only_include_tools"),
            ExcludeManuals = Names(fields, "exclude_manuals"),
            OnlyIncludeManuals = Names(fields, "only_include_manuals"),
        };
        return item["tool_post_processor_type"]!.Text == "limit_strings"
            ? new LimitStringsPostProcessor { Limit = (int)(fields.Integer("limit", 0, int.MaxValue) ?? 10_000), Filter = filter }
            : new FilterDictPostProcessor { ExcludeKeys = Names(fields, "exclude_keys"), OnlyIncludeKeys = Names(fields, "only_include_keys"), Filter = filter };
    }

    private static HashSet<string>? Names(FieldReader fields, string name) => fields.TextList(name) is { } items ? [.. items.Select(item => item.Text)] : null;
}
