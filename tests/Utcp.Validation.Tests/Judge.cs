using System.Text.Json;
using Utcp.Client;
using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Validation.Tests;

/// <summary>Asks the validator about arguments.</summary>
internal static class Judge
{
    private static readonly JsonSchemaArgumentValidator Validator = new();

    /// <summary>A tool whose inputs have a schema.</summary>
    public static RegisteredTool Tool(string schema) => new("m", new Tool
    {
        Name = "t",
        NameSpan = default,
        Parameters = [],
        InputsSchema = JsonDocumentReader.Read(schema).Root,
        Call = new UnsupportedCall { Type = "none" },
    }, SchemaSet.Empty, isRemote: false);

    /// <summary>What is wrong, one line each.</summary>
    public static IEnumerable<string> Of(string schema, string arguments)
    {
        using var document = JsonDocument.Parse(arguments);
        return Validator.Validate(Tool(schema), document.RootElement).Select(violation => violation.ToString());
    }

    /// <summary>What is wrong with the value of one property <c>a</c>.</summary>
    public static IEnumerable<string> Property(string schema, string value) => Of("{\"type\":\"object\",\"properties\":{\"a\":" + schema + "}}", "{\"a\":" + value + "}");
}
