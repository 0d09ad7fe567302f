using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using Utcp.Client;

namespace Utcp.Validation;

/// <summary>The schema of a tool's inputs, prepared.</summary>
internal sealed class ArgumentSchema
{
    private readonly JsonSchema? _schema;
    private readonly IReadOnlyList<TextRules> _texts;
    private readonly JsonSchemaValidator? _validator;

    private ArgumentSchema(JsonSchema? schema, IReadOnlyList<TextRules> texts)
    {
        _schema = schema;
        _texts = texts;
        _validator = schema is null ? null : new JsonSchemaValidator([.. texts]);
    }

    /// <summary>Prepares a schema. One that cannot be prepared allows everything.</summary>
    public static ArgumentSchema Of(ReadOnlyMemory<byte> utf8Schema)
    {
        if (utf8Schema.IsEmpty)
        {
            return new(null, []);
        }

        try
        {
            using var document = JsonDocument.Parse(utf8Schema);
            var prepared = SchemaPreparation.Prepare(document.RootElement);

            // No reference leads out of a prepared schema, so nothing is awaited.
            var schema = JsonSchema.FromJsonAsync(prepared.Json).GetAwaiter().GetResult();
            return new(schema, prepared.Texts);
        }
        catch (Exception e) when (e is JsonException or Newtonsoft.Json.JsonException or InvalidOperationException or ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            return new(null, []);
        }
    }

    /// <summary>What is wrong with arguments; empty when nothing is, or when nobody can say.</summary>
    public IReadOnlyList<ArgumentViolation> Validate(JsonElement arguments)
    {
        if (_schema is null)
        {
            return [];
        }

        try
        {
            return new ViolationReader(_texts, arguments).Read(_validator!.Validate(JTokens.Of(arguments), _schema));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or InvalidCastException or NotSupportedException)
        {
            // Numbers beyond decimal, for one.
            return [];
        }
    }
}
