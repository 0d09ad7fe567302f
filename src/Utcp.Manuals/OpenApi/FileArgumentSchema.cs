using Utcp.Manuals.Json;

namespace Utcp.Manuals.OpenApi;

/// <summary>How callers that have JSON only give a file: its text, or an object that says where its bytes are.</summary>
internal static class FileArgumentSchema
{
    private const string Text = """
        {"anyOf":[{"type":"string","description":"The content, when it is text."},{"type":"object","properties":{"content":{"type":"string","description":"The content, when it is text."},
        "content_base64":{"type":"string","description":"The content in base64."},"file":{"type":"string","description":"In place of content: the name of a file that the caller has registered."},
        "file_name":{"type":"string"},"media_type":{"type":"string"}},"additionalProperties":false}]}
        """;

    /// <summary>The schema, with the description of the one that it stands for.</summary>
    public static JsonValue Of(JsonValue? original)
    {
        var members = new List<JsonMember>(JsonDocumentReader.Read(Text).Root!.Members);
        foreach (var member in original is { IsObject: true } ? original.Members : [])
        {
            if (member.Name is "title" or "description" && member.Value.IsString)
            {
                members.Add(member);
            }
        }

        return JsonValue.Object([.. members], default);
    }
}
