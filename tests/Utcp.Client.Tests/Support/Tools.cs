using System.Text.Json.Nodes;

namespace Utcp.Client.Tests;

/// <summary>Manuals with the tools of a case, made as text.</summary>
internal static class Tools
{
    /// <summary>The base template of the conformance cases with the fields of an object added; the server of a test stands in for the host.</summary>
    public static string Template(string url, string fields = "{}")
    {
        var template = new JsonObject { ["call_template_type"] = "http", ["url"] = url };
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject())
        {
            template[name] = value?.DeepClone();
        }

        return template.ToJsonString();
    }

    /// <summary>A manual with one tool <c>t</c> that takes any arguments, or those of a schema.</summary>
    public static string Manual(string template, string? inputs = null) =>
        $$$"""{"utcp_version":"1.1.0","tools":[{"name":"t","description":"A tool.","inputs":{{{inputs ?? "{}"}}},"tool_call_template":{{{template}}}}]}""";

    /// <summary>A schema with properties of any type.</summary>
    public static string Inputs(params string[] names) =>
        new JsonObject { ["type"] = "object", ["properties"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject()))) }.ToJsonString();
}
