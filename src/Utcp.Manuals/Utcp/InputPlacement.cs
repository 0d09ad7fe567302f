using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Utcp;

/// <summary>Gives each input its places in the request (sections 2.2 to 2.4, D5).</summary>
internal sealed class InputPlacement(SchemaSet schemas, ProblemList problems)
{
    /// <summary>Places the inputs of a tool.</summary>
    /// <returns>The tool, or null when its URL asks for an input that it does not have.</returns>
    public Tool? Place(ToolDraft draft)
    {
        var inputs = ReadInputs(draft);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            names.Add(input.Name);
        }

        if (!TryReadPlaceholders(draft, names, out var placeholders))
        {
            return null;
        }

        ReportFieldsWithoutInput(draft.Call, names);
        var mistaken = ReportVariablesLikeInputs(draft.Tool.Variables, names);
        var parameters = new List<Parameter>(inputs.Count);
        var places = new Places(draft.Call, placeholders);
        foreach (var input in inputs)
        {
            foreach (var location in places.Of(input.Name))
            {
                parameters.Add(new Parameter
                {
                    Name = input.Name,
                    Schema = input.Schema,
                    Required = input.Required || placeholders.Contains(input.Name),
                    Location = location,
                    Description = Annotations(input.Schema, schema => schema.Description.Length > 0)?.Description ?? "",
                    Deprecated = Annotations(input.Schema, schema => schema.Deprecated) is not null,
                    Span = input.NameSpan,
                });
            }

            if (places.IsUnused(input.Name) && !mistaken.Contains(input.Name))
            {
                problems.Add(ProblemCodes.UnusedInput, input.NameSpan, $"The message has no placeholder for the input {Quoted.Text(input.Name)}, so it is not sent: write UTCP_ARG_{Short(input.Name)}_UTCP_ARG into 'message', or remove the input.");
            }
        }

        return draft.Tool with { Parameters = parameters, OtherInputs = IsOpen(draft.Inputs) ? places.Rest : null };
    }

    // An object of which nothing is said, or which names some properties and allows others in so many words.
    private bool IsOpen(Schema? inputs) => Follow(inputs) switch
    {
        null or AnySchema => true,
        ObjectSchema schema => !schema.IsClosed && (schema.Properties.Count == 0 || schema.AdditionalProperties is not null),
        _ => false,
    };

    private static string Short(string name) => name.Length <= 40 ? name : "name";

    private IReadOnlyList<PropertySchema> ReadInputs(ToolDraft draft)
    {
        var schema = Follow(draft.Inputs);
        switch (schema)
        {
            case ObjectSchema inputs:
                if (inputs.AdditionalProperties is not null && draft.InputsSource?["additionalProperties"] is { } additional)
                {
                    problems.Add(ProblemCodes.IgnoredKeyword, additional, "Inputs that are not named under 'properties' have no place in the call and cannot be given: name them.");
                }

                return inputs.Properties;
            case null or AnySchema:
                return [];
            default:
                problems.Add(ProblemCodes.InvalidSchema, draft.InputsSource!, "'inputs' must be the schema of an object with the inputs as its properties; it is ignored.");
                return [];
        }
    }

    private bool TryReadPlaceholders(ToolDraft draft, HashSet<string> names, out HashSet<string> placeholders)
    {
        placeholders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in draft.Call.Url?.Pieces ?? [])
        {
            if (!piece.IsPlaceholder)
            {
                continue;
            }

            if (!names.Contains(piece.Text))
            {
                var near = NearMiss.Find(piece.Text, names) is { } found ? $" Did you mean {Quoted.Text(found)}?" : "";
                problems.Add(ProblemCodes.PlaceholderWithoutInput, draft.Call.Fields.Value["url"]!, $"The URL has the placeholder {Quoted.Text(piece.Text)}, but the tool has no input of that name, so it can never be called and is left out.{near}");
                return false;
            }

            placeholders.Add(piece.Text);
        }

        return HasInputsOfMessage(draft.Call, names);
    }

    private bool HasInputsOfMessage(CallDraft call, HashSet<string> names)
    {
        if (call.Call is not WebSocketCall { Message: { } message })
        {
            return true;
        }

        foreach (var name in MessageTemplate.Names(message))
        {
            if (!names.Contains(name))
            {
                var near = NearMiss.Find(name, names) is { } found ? $" Did you mean {Quoted.Text(found)}?" : "";
                problems.Add(ProblemCodes.PlaceholderWithoutInput, message, $"The message asks for {Quoted.Text(name)}, but the tool has no input of that name, so it can never be called and is left out.{near}");
                return false;
            }
        }

        return true;
    }

    private void ReportFieldsWithoutInput(CallDraft call, HashSet<string> names)
    {
        if (call.Call is UnsupportedCall)
        {
            return;
        }

        foreach (var item in call.Fields.Value["header_fields"]?.Items ?? [])
        {
            ReportFieldWithoutInput(item, "header_fields", names);
        }

        // "body" is the default, which other programs write out.
        if (call.Call is HttpFamilyCall { BodyField: not null and not "body" } && call.Fields.Value["body_field"] is { } field)
        {
            ReportFieldWithoutInput(field, "body_field", names);
        }
    }

    /// <summary>Reports <c>${id}</c> beside an input "id": older pages of the specification write inputs so, but it is a variable.</summary>
    private HashSet<string> ReportVariablesLikeInputs(IReadOnlyList<Variable> variables, HashSet<string> names)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in variables)
        {
            // A credential may well have the name of an input that overrides it elsewhere.
            if (!variable.Secret && names.Contains(variable.Name))
            {
                reported.Add(variable.Name);
                problems.Add(ProblemCodes.UnusedInput, variable.Span, $"${{{Short(variable.Name)}}} is a variable that the client is given once, not the input {Quoted.Text(variable.Name)}: write {{{Short(variable.Name)}}} in a URL, UTCP_ARG_{Short(variable.Name)}_UTCP_ARG in a message, if the input is meant.");
            }
        }

        return reported;
    }

    private void ReportFieldWithoutInput(JsonValue name, string field, HashSet<string> names)
    {
        if (!names.Contains(name.Text))
        {
            var near = NearMiss.Find(name.Text, names) is { } found ? $" Did you mean {Quoted.Text(found)}?" : "";
            problems.Add(ProblemCodes.UnknownField, name, $"'{field}' names {Quoted.Text(name.Text)}, which is not an input of the tool.{near}");
        }
    }

    /// <summary>The schema itself, or the one it refers to, whichever says something.</summary>
    private Schema? Annotations(Schema schema, Func<Schema, bool> says) =>
        says(schema) ? schema : Follow(schema) is { } target && says(target) ? target : null;

    private Schema? Follow(Schema? schema) =>
        schema is ReferenceSchema reference ? schemas.All.TryGetValue(reference.Target, out var target) ? target.Schema : null : schema;
}
