using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;
using Utcp.Manuals.Schemas;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>What OpenAPI operations may ask for and generated clients cannot send or read yet. A request that is half right is worse than none.</summary>
internal static class UnsupportedOperation
{
    /// <summary>Why a tool gets no method, or null when it gets one.</summary>
    public static string? Reason(Tool tool, TypeMapper types)
    {
        if (tool.Call is not HttpCall)
        {
            return null;
        }

        return tool.Parameters.Select(parameter => Reason(parameter, types)).Concat([BodyReason(tool, types)]).FirstOrDefault(reason => reason is not null);
    }

    private static string? Reason(Parameter parameter, TypeMapper types)
    {
        if (parameter.Location is ParameterLocation.FormField or ParameterLocation.Part or ParameterLocation.QueryString)
        {
            return $"its parameter '{parameter.WireName}' is part of a form or the whole query";
        }

        var schema = types.Resolve(parameter.Schema);
        if (parameter.ContentType is not null)
        {
            // An object is written as JSON everywhere; a string would lose its quotes.
            return schema is ObjectSchema && parameter.ContentType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0 ? null : $"its parameter '{parameter.WireName}' is written as {parameter.ContentType}";
        }

        if (parameter.Style is not { } style)
        {
            return null;
        }

        if (parameter.AllowReserved)
        {
            return $"its parameter '{parameter.WireName}' keeps reserved characters";
        }

        var isScalar = IsScalar(schema, types);
        var isList = IsList(schema, types) || (schema is UnionSchema union && union.Cases.Select(types.Resolve).All(item => IsScalar(item, types) || IsList(item, types)));
        var isSupported = (parameter.Location, style) switch
        {
            (ParameterLocation.Path or ParameterLocation.Header, ParameterStyle.Simple) => isScalar || isList,
            (ParameterLocation.Query, ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited) => isScalar || isList,
            (ParameterLocation.Query, ParameterStyle.DeepObject) => isScalar,
            (ParameterLocation.Cookie, ParameterStyle.Form) => isScalar,
            _ => false,
        };
        return isSupported ? null : $"its parameter '{parameter.WireName}' has a style that is not written yet";
    }

    private static string? BodyReason(Tool tool, TypeMapper types)
    {
        if (tool.Body is not { Contents.Count: > 0 } body)
        {
            return null;
        }

        var content = body.Contents[0];
        var schema = content.Schema is null ? null : types.Resolve(content.Schema);
        return content.Kind switch
        {
            MediaKind.Json or MediaKind.Text or MediaKind.Binary => null,
            MediaKind.Form when schema is ObjectSchema value && content.Encodings.Count == 0 && value.Properties.All(property => IsScalar(types.Resolve(property.Schema), types)) => null,
            _ => $"its body is {content.MediaType}",
        };
    }

    private static bool IsList(Schema schema, TypeMapper types) => schema is ArraySchema { PrefixItems.Count: 0 } list && IsScalar(types.Resolve(list.Items), types);

    private static bool IsScalar(Schema schema, TypeMapper types) => schema switch
    {
        BooleanSchema or NumberSchema or TextSchema or EnumSchema or ConstSchema => true,
        UnionSchema union => union.Cases.All(item => types.Resolve(item) is BooleanSchema or NumberSchema or TextSchema or EnumSchema or ConstSchema),
        _ => false,
    };
}
