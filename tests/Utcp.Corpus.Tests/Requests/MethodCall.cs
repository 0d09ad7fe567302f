using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Utcp.Corpus.Tests.Documents;
using Utcp.Corpus.Tests.Values;

namespace Utcp.Corpus.Tests.Requests;

/// <summary>The arguments for a generated method, made from the document: each C# parameter is found by its name.</summary>
internal sealed class MethodCall
{
    private const string HostileText = "a b/c?d=e&f#g%25+h;i,ü\"<\\";
    private const string HostileHeader = "a b/c?d=e&f#g%25+h\"<\\";

    private MethodCall(CallVariant variant) => Variant = variant;

    public CallVariant Variant { get; }

    /// <summary>What is handed to the method.</summary>
    public object?[] Arguments { get; private set; } = [];

    /// <summary>The values of parameters that must be sent.</summary>
    public List<(RawParameter Parameter, JsonNode Value)> Values { get; } = [];

    /// <summary>The body that must be sent; null for none.</summary>
    public JsonNode? Body { get; private set; }

    /// <summary>The media types that the body may have, with what the document says of each.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> BodyTypes { get; private set; } = [];

    /// <summary>Makes a call.</summary>
    /// <exception cref="CannotMakeException">No arguments can be found.</exception>
    public static MethodCall Make(RawDocument document, RawOperation operation, MethodInfo method, CallVariant variant)
    {
        var call = new MethodCall(variant);
        var parameters = operation.Parameters.Where(parameter => RawDocument.TextOf(parameter, "in") is "path" or "query" or "header" or "cookie").Select(parameter => RawParameter.Of(document, parameter)).ToList();
        var arguments = method.GetParameters();
        var left = arguments.Where(argument => argument.ParameterType != typeof(UtcpCallOptions) && argument.ParameterType != typeof(CancellationToken)).ToList();
        var values = arguments.Select(argument => argument.HasDefaultValue ? argument.DefaultValue : null).ToArray();

        // Names that stand alone first; those in two places have the place in front.
        foreach (var parameter in parameters.OrderBy(parameter => left.Any(argument => Plain(argument.Name!) == Plain(parameter.In + parameter.Name)) ? 0 : 1).ThenBy(parameter => parameter.In == "path" ? 0 : 1))
        {
            call.Place(document, parameter, left, values);
        }

        if (document.Version == 20 && operation.Parameters.Any(parameter => RawDocument.TextOf(parameter, "in") == "formData"))
        {
            call.PlaceForm(document, operation, left, values);
        }
        else
        {
            call.PlaceBody(document, operation, left, values);
        }

        if (left.FirstOrDefault(argument => !argument.HasDefaultValue) is { } missing)
        {
            throw new CannotMakeException("no value for the parameter " + missing.Name);
        }

        call.Arguments = values;
        return call;
    }

    private void Place(RawDocument document, RawParameter parameter, List<ParameterInfo> left, object?[] values)
    {
        var argument = left.FirstOrDefault(one => Plain(one.Name!) == Plain(parameter.In + parameter.Name)) ?? left.FirstOrDefault(one => Plain(one.Name!) == Plain(parameter.Name))
            ?? left.FirstOrDefault(one => Plain(one.Name!) == Plain(parameter.Name + "Argument")) ?? left.FirstOrDefault(one => Plain(one.Name!).EndsWith(Plain(parameter.Name), StringComparison.Ordinal) && Plain(parameter.Name).Length > 0);
        if (argument is null && Constant(document, parameter) is { } constant && parameter.Required)
        {
            Values.Add((parameter, constant));
            return;
        }

        if (argument is null)
        {
            // Authentication, Accept and Content-Type are the client's business (OpenAPI, "Parameter Object").
            if (parameter.Required && !(parameter.In == "header" && parameter.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION"))
            {
                throw new CannotMakeException("no C# parameter for " + parameter.Name);
            }

            return;
        }

        left.Remove(argument);

        // A header that is a credential too is set by the channel.
        if (argument.HasDefaultValue && (Variant == CallVariant.Least || (parameter.In == "header" && AuthJudge.IsCredential(document, parameter.Name))))
        {
            return;
        }

        var value = Value(document, parameter);
        if (value is null)
        {
            return;
        }

        values[argument.Position] = JsonArgument.Of(value, argument.ParameterType);
        Values.Add((parameter, value));
    }

    private JsonNode? Value(RawDocument document, RawParameter parameter)
    {
        if (Variant == CallVariant.Hostile && IsPlainText(document, parameter.Schema))
        {
            return parameter.In is "path" or "query" ? HostileText : parameter.In == "header" ? HostileHeader : "plain-1";
        }

        var value = parameter.Schema.ValueKind == JsonValueKind.Object ? First(document, parameter.Schema, isFull: true) : "text";

        // Without a type anything is allowed, and a text can stand anywhere.
        return value is JsonObject or JsonArray && document.Resolve(parameter.Schema) is var schema && !new[] { "type", "properties", "items", "oneOf", "anyOf", "allOf" }.Any(keyword => RawDocument.Member(schema, keyword) is not null) ? "text" : value;
    }

    private static JsonNode? Constant(RawDocument document, RawParameter parameter)
    {
        var schema = parameter.Schema.ValueKind == JsonValueKind.Object ? document.Resolve(parameter.Schema) : default;
        return RawDocument.Member(schema, "const") is { } constant ? JsonNode.Parse(constant.GetRawText())
            : RawDocument.Member(schema, "enum") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 1 ? JsonNode.Parse(list[0].GetRawText()) : null;
    }

    // The form fields of Swagger 2.0 are parameters.
    private void PlaceForm(RawDocument document, RawOperation operation, List<ParameterInfo> left, object?[] values)
    {
        var form = new JsonObject();
        BodyTypes = [.. operation.Consumes().Select(type => KeyValuePair.Create(type, default(JsonElement))), KeyValuePair.Create("application/x-www-form-urlencoded", default(JsonElement)), KeyValuePair.Create("multipart/form-data", default(JsonElement))];
        foreach (var field in operation.Parameters.Where(parameter => RawDocument.TextOf(parameter, "in") == "formData").Select(parameter => RawParameter.Of(document, parameter)))
        {
            var argument = left.FirstOrDefault(one => Plain(one.Name!) == Plain(field.Name)) ?? left.FirstOrDefault(one => Plain(one.Name!) == Plain("form" + field.Name)) ?? throw new CannotMakeException("no C# parameter for " + field.Name);
            left.Remove(argument);
            if (Variant == CallVariant.Least && argument.HasDefaultValue)
            {
                continue;
            }

            var value = Value(document, field with { In = "query" });
            values[argument.Position] = JsonArgument.Of(value, argument.ParameterType);
            form[field.Name] = value?.DeepClone();
        }

        Body = form.Count > 0 ? form : null;
    }

    private void PlaceBody(RawDocument document, RawOperation operation, List<ParameterInfo> left, object?[] values)
    {
        var bodies = operation.Bodies;
        if (bodies.Count == 0 || left.Count == 0 || (Variant == CallVariant.Least && !operation.IsBodyRequired && left.All(argument => argument.HasDefaultValue)))
        {
            return;
        }

        var argument = left.FirstOrDefault(one => Plain(one.Name!).StartsWith("BODY", StringComparison.Ordinal)) ?? (left.Count == 1 ? left[0] : throw new CannotMakeException("a body of several parameters"));
        left.Remove(argument);
        BodyTypes = bodies;
        var isPlain = argument.ParameterType == typeof(string) || argument.ParameterType == typeof(Stream) || argument.ParameterType.Name == "UtcpFile";
        var media = isPlain ? bodies.FirstOrDefault(body => !BodyJudge.IsJson(body.Key) && !body.Key.StartsWith("multipart/", StringComparison.Ordinal) && !body.Key.EndsWith("urlencoded", StringComparison.Ordinal)) : bodies.FirstOrDefault(body => BodyJudge.IsJson(body.Key));
        media = media.Key is null ? bodies[0] : media;
        if (RawDocument.Member(media.Value, "schema") is not { ValueKind: JsonValueKind.Object } schema)
        {
            Body = argument.ParameterType == typeof(JsonElement) || argument.ParameterType == typeof(JsonElement?) ? new JsonObject { ["any"] = "thing" } : "some bytes";
        }
        else
        {
            Body = First(document, schema, isFull: Variant != CallVariant.Least, Variant == CallVariant.Hostile);
        }

        values[argument.Position] = JsonArgument.Of(Body, argument.ParameterType);
    }

    private static JsonNode? First(RawDocument document, JsonElement schema, bool isFull, bool isHostile = false)
    {
        var makers = Chooser.Each(chooser => new ValueMaker(document, chooser, isFull).Make(schema), 1);
        var value = makers.First();
        return isHostile && value is JsonValue text && text.GetValueKind() == JsonValueKind.String && IsPlainText(document, schema) ? HostileText : value;
    }

    private static bool IsPlainText(RawDocument document, JsonElement schema)
    {
        var resolved = schema.ValueKind == JsonValueKind.Object ? document.Resolve(schema) : schema;
        return RawDocument.TextOf(resolved, "type") == "string" && !new[] { "format", "enum", "const", "pattern", "maxLength", "oneOf", "anyOf", "allOf" }.Any(keyword => RawDocument.Member(resolved, keyword) is not null);
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
