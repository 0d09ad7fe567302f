namespace Utcp.Generators.Tests.Verification;

/// <summary>Manuals written for tests.</summary>
internal static class Sample
{
    /// <summary>A manual with one GET tool.</summary>
    public static string Minimal(string tool = "ping") => WithTools(Tool(tool));

    /// <summary>A manual with tools.</summary>
    public static string WithTools(params string[] tools) => $$"""{ "utcp_version": "1.1.0", "tools": [{{string.Join(",", tools)}}] }""";

    /// <summary>A GET tool.</summary>
    public static string Tool(string name, string inputs = "{}", string outputs = "{}", string template = """{ "call_template_type": "http", "url": "https://api.example.com/x" }""") =>
        $$"""{ "name": {{Json(name)}}, "description": "Does it.", "inputs": {{inputs}}, "outputs": {{outputs}}, "tool_call_template": {{template}} }""";

    /// <summary>A manual with one POST tool that takes a body and one GET tool that returns the same schema.</summary>
    public static string BothWays(string schema) => WithTools(
        Tool("send", $$"""{ "type": "object", "properties": { "body": {{schema}} }, "required": ["body"] }""", "{}", """{ "call_template_type": "http", "http_method": "POST", "url": "https://api.example.com/x" }"""),
        Tool("receive", "{}", schema));

    /// <summary>A JSON string.</summary>
    public static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
