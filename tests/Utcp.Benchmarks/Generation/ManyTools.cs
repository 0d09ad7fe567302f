using System.Text;

namespace Utcp.Benchmarks.Generation;

/// <summary>A manual with many tools, about 1 KB each: inputs for path, query and body, a nested result, an enum, a list.</summary>
internal static class ManyTools
{
    public static string Manual(int tools, string suffix = "")
    {
        var text = new StringBuilder("{\n  \"utcp_version\": \"1.1.0\",\n  \"tools\": [\n");
        for (var i = 0; i < tools; i++)
        {
            text.Append(i == 0 ? "" : ",\n").Append(Tool(i, i == 0 ? suffix : ""));
        }

        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Tool(int i, string suffix) => $$"""
            {
             "name": "resource_{{i}}_update{{suffix}}",
             "description": "Updates resource {{i}} and returns it.",
             "tags": ["resources"],
             "inputs": {
              "type": "object",
              "properties": {
               "id": { "type": "string", "format": "uuid", "description": "The resource." },
               "dry_run": { "type": "boolean" },
               "body": {
                "type": "object",
                "properties": {
                 "name": { "type": "string", "minLength": 1, "maxLength": 80 },
                 "state": { "type": "string", "enum": ["active", "paused", "closed"] },
                 "labels": { "type": "array", "items": { "type": "string" } }
                },
                "required": ["name"]
               }
              },
              "required": ["id", "body"]
             },
             "outputs": {
              "type": "object",
              "properties": {
               "id": { "type": "string", "format": "uuid" },
               "updated_at": { "type": "string", "format": "date-time" },
               "owner": { "type": "object", "properties": { "login": { "type": "string" } }, "required": ["login"] }
              },
              "required": ["id", "updated_at"]
             },
             "tool_call_template": { "call_template_type": "http", "http_method": "PUT", "url": "https://api.example.com/v1/resources-{{i}}/{id}" }
            }
            """;
}
