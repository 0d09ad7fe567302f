namespace Utcp.Manuals.Utcp;

/// <summary>Fields that documentation, other clients and older versions have and UTCP 1.x has not (section 1.2), and what to do instead.</summary>
internal static class KnownMistakes
{
    public static readonly IReadOnlyDictionary<string, string> Manual = new Dictionary<string, string>
    {
        ["auth"] = "It has no effect: write it into the 'tool_call_template' of each tool.",
        ["variables"] = "Give the values of variables to the client, not to the manual.",
        ["version"] = "Did you mean 'manual_version'?",
        ["allowed_communication_protocols"] = "It belongs to the call template that a client loads the manual with.",
        ["load_variables_from"] = "It belongs to the configuration of a client.",
        ["manual_call_templates"] = "It belongs to the configuration of a client.",
    };

    public static readonly IReadOnlyDictionary<string, string> Tool = new Dictionary<string, string>
    {
        ["auth"] = "It has no effect: write it into 'tool_call_template'.",
        ["headers"] = "It has no effect: write it into 'tool_call_template'.",
        ["output"] = "Did you mean 'outputs'?",
        ["returns"] = "Did you mean 'outputs'?",
        ["outputSchema"] = "Did you mean 'outputs'?",
        ["input"] = "Did you mean 'inputs'?",
        ["parameters"] = "Did you mean 'inputs'?",
        ["inputSchema"] = "Did you mean 'inputs'?",
        ["input_schema"] = "Did you mean 'inputs'?",
        ["tool_provider"] = "'tool_call_template' is used.",
        ["provider"] = "'tool_call_template' is used.",
        ["call_template"] = "Did you mean 'tool_call_template'?",
    };

    public static readonly IReadOnlyDictionary<string, string> CallTemplate = new Dictionary<string, string>
    {
        ["method"] = "Did you mean 'http_method'?",
        ["query_params"] = "Write fixed query parameters into 'url'; every input without another place travels in the query.",
        ["params"] = "Write fixed query parameters into 'url'; every input without another place travels in the query.",
        ["query"] = "Write fixed query parameters into 'url'; every input without another place travels in the query.",
        ["additional_headers"] = "Did you mean 'headers'?",
        ["static_headers"] = "Did you mean 'headers'?",
        ["body"] = "Did you mean 'body_field'? It names the input that is the body.",
        ["body_template"] = "Did you mean 'body_field'? It names the input that is the body.",
        ["verify_ssl"] = "Certificates are always verified.",
        ["timeout"] = "Set timeouts in the options of the client or of the call.",
        ["follow_redirects"] = "Redirects are followed when they are safe.",
        ["endpoint"] = "Did you mean 'url'?",
        ["uri"] = "Did you mean 'url'?",
        ["base_url"] = "Did you mean 'url'? It is the whole URL.",
        ["type"] = "Did you mean 'call_template_type'?",
        ["provider_type"] = "Did you mean 'call_template_type'?",
        ["variables"] = "Give the values of variables to the client, not to the manual.",
        ["headers_tools"] = "Write the headers into the template of each tool.",
    };

    public static readonly IReadOnlyDictionary<string, string> Auth = new Dictionary<string, string>
    {
        ["header_name"] = "Did you mean 'var_name'?",
        ["header"] = "Did you mean 'var_name'?",
        ["name"] = "Did you mean 'var_name'?",
        ["in"] = "Did you mean 'location'?",
        ["prefix"] = "Write the prefix into the key, such as \"Bearer ${TOKEN}\".",
        ["type"] = "Did you mean 'auth_type'?",
        ["scopes"] = "Did you mean 'scope'? It is one string, with spaces between the scopes.",
    };
}
