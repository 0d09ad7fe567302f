using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads tools, each on its own: what is wrong with one does not touch the others (D1).</summary>
internal sealed class ToolReader(SchemaReader schemas, ProblemList problems)
{
    private readonly CallReader _calls = new(problems);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads a tool.</summary>
    /// <returns>The tool, or null when it cannot be kept; why is reported.</returns>
    public ToolDraft? Read(JsonValue item, string pointer)
    {
        if (!item.IsObject)
        {
            problems.Add(ProblemCodes.InvalidField, item, $"A tool must be an object; this is {FieldReader.KindOf(item)}.");
            return null;
        }

        var isLegacy = LegacyForm.IsLegacy(item);
        var fields = new FieldReader(isLegacy ? LegacyForm.Migrate(item) : item, "a tool", problems);
        var name = fields.RequiredText("name");
        if (name is not null && !_names.Add(name.Text))
        {
            problems.Add(ProblemCodes.DuplicateTool, name, $"Another tool is named {Quoted.Text(name.Text)} already; this one is left out. Give it a name of its own.");
            return null;
        }

        var template = fields.Find("tool_call_template");
        if (template is null)
        {
            fields.Fail(ProblemCodes.MissingField, item, "The tool has no 'tool_call_template', so nobody can call it: add it.");
        }

        var call = template is null ? null : _calls.Read(template, isLegacy);
        var description = fields.Note("description") ?? "";
        var tags = ReadTags(fields);
        var size = fields.Integer("average_response_size", 0, long.MaxValue);
        var inputs = fields.Find("inputs");
        var outputs = fields.Find("outputs");
        fields.ReportUnknown(KnownMistakes.Tool);
        if (name is null || call is null || fields.Failed)
        {
            return null;
        }

        var tool = new Tool
        {
            Name = name.Text,
            NameSpan = name.Span,
            Description = description,
            Tags = tags,
            AverageResponseSize = size,
            Parameters = [],
            InputsSchema = inputs,
            OutputsSchema = outputs,
            Result = outputs is null || IsAnything(outputs) ? null : ReadSchema(item, outputs, "outputs", pointer),
            Effects = EffectsOf(call.Call),
            Call = call.Call,
            IsLegacy = isLegacy,
            Variables = VariableCollector.Collect(call.Fields),
        };
        return new ToolDraft(tool, call, inputs is null || IsAnything(inputs) ? null : ReadSchema(item, inputs, "inputs", pointer), inputs);
    }

    private static bool IsAnything(JsonValue schema) => schema.Kind == JsonKind.True || (schema.IsObject && schema.Members.Count == 0);

    private static Effects EffectsOf(Call call) => call switch
    {
        HttpCall http => EffectsOf(http.Method),
        StreamableHttpCall streamable => EffectsOf(streamable.Method),
        SseCall { BodyField: null } => Effects.Safe | Effects.Idempotent,
        _ => Effects.Unknown,
    };

    private static Effects EffectsOf(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY" => Effects.Safe | Effects.Idempotent,
        "PUT" => Effects.Idempotent,
        "DELETE" => Effects.Idempotent | Effects.Destructive,
        _ => Effects.Unknown,
    };

    private Schema? ReadSchema(JsonValue item, JsonValue schema, string name, string pointer)
    {
        if (!schema.IsObject && !schema.IsBoolean)
        {
            problems.Add(ProblemCodes.InvalidSchema, schema, $"'{name}' must be a JSON Schema, an object or a boolean; it is {FieldReader.KindOf(schema)}, and is ignored.");
            return null;
        }

        // A v0.x tool may have its schema under another name.
        foreach (var member in item.Members)
        {
            if (ReferenceEquals(member.Value, schema))
            {
                pointer += "/" + JsonPointer.Escape(member.Name);
                break;
            }
        }

        return schemas.Read(schema, pointer, schema, pointer);
    }

    private static IReadOnlyList<string> ReadTags(FieldReader fields)
    {
        var value = fields.Find("tags");
        if (value is null)
        {
            return [];
        }

        if (!value.IsArray)
        {
            fields.Warn(ProblemCodes.InvalidField, value, $"'tags' must be an array of strings; it is {FieldReader.KindOf(value)}, and is ignored.");
            return [];
        }

        var tags = new List<string>(value.Items.Count);
        foreach (var item in value.Items)
        {
            if (item.IsString)
            {
                tags.Add(item.Text);
            }
            else
            {
                fields.Warn(ProblemCodes.InvalidField, item, $"A tag must be a string; this is {FieldReader.KindOf(item)}, and is ignored.");
            }
        }

        return tags;
    }
}
