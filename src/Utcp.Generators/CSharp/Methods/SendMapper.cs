using Utcp.Generators.CSharp.Names;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;
using Utcp.Manuals.Utcp;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>Decides how arguments are placed in requests.</summary>
internal static class SendMapper
{
    /// <summary>The statements of a request, in order: the URL is built from left to right, so path arguments come first and once per placeholder.</summary>
    public static IEnumerable<SendModel> Sends(List<Input> inputs, HttpFamilyCall call)
    {
        foreach (var placeholder in UrlTemplate.Parse(call.Url).Pieces.Where(piece => piece.IsPlaceholder))
        {
            foreach (var input in inputs)
            {
                if (input.Parameters.FirstOrDefault(parameter => parameter.Location == ParameterLocation.Path && parameter.WireName == placeholder.Text) is { } parameter)
                {
                    yield return Send(input, parameter);
                    break;
                }
            }
        }

        foreach (var input in inputs)
        {
            foreach (var parameter in input.Parameters)
            {
                if (parameter.Location != ParameterLocation.Path)
                {
                    yield return Send(input, parameter);
                }
            }
        }
    }

    private static SendModel Send(Input input, Parameter parameter)
    {
        var type = input.Type.AsNonNullable();
        return new SendModel
        {
            // Fields of a form are members of the object that is the body.
            Location = parameter.Location is ParameterLocation.FormField or ParameterLocation.Part ? ParameterLocation.BodyMember : parameter.Location,
            WireName = parameter.WireName,
            ParameterName = Identifier.Escape(input.Identifier),
            Type = input.Type,
            Constant = input.Constant,
            Style = Style(parameter, type),
            MediaType = parameter.ContentType is { } mediaType && NeedsMediaType(parameter, type, mediaType) ? mediaType : null,
            BodyForm = parameter.Location == ParameterLocation.Body ? input.BodyForm : BodyForm.Value,
        };
    }

    private static bool NeedsMediaType(Parameter parameter, CSharpType type, string mediaType) =>
        parameter.Location == ParameterLocation.QueryString || type != SimpleType.String || mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    // Null where the plain form of the place is the same.
    private static StyleModel? Style(Parameter parameter, CSharpType type)
    {
        if (parameter.Style is not { } style || parameter.Location is ParameterLocation.FormField or ParameterLocation.Part)
        {
            return null;
        }

        var isScalar = IsScalar(type);
        var isFlat = isScalar || (type is ListType list && IsScalar(list.Item.AsNonNullable()));
        var isPlain = (parameter.Location, style) switch
        {
            (ParameterLocation.Path or ParameterLocation.Header, ParameterStyle.Simple) => isFlat,
            (ParameterLocation.Query, ParameterStyle.DeepObject) => isScalar,
            (ParameterLocation.Query, _) => isScalar || (isFlat && parameter.Explode),
            (ParameterLocation.Cookie, ParameterStyle.Cookie) => isScalar,
            (ParameterLocation.Cookie, _) => IsBare(type),
            _ => false,
        };
        var keepsReserved = parameter.AllowReserved && !IsBare(type);
        return isPlain && !keepsReserved ? null : new StyleModel(style, parameter.Explode, keepsReserved);
    }

    private static bool IsScalar(CSharpType type) =>
        type is SimpleType { Kind: not (SimpleKind.Element or SimpleKind.Stream) } or GeneratedType { Identity.Shape: TypeShape.StringEnum or TypeShape.Int32Enum or TypeShape.Int64Enum };

    /// <summary>Whether texts of a type never have a character to escape.</summary>
    private static bool IsBare(CSharpType type) =>
        type is SimpleType { Kind: SimpleKind.Boolean or SimpleKind.Int32 or SimpleKind.Int64 or SimpleKind.Guid or SimpleKind.Date } or GeneratedType { Identity.Shape: TypeShape.Int32Enum or TypeShape.Int64Enum };
}
