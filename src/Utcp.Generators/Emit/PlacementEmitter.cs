using Utcp.Generators.CSharp.Methods;
using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>Writes the statements that place arguments in a request.</summary>
internal static class PlacementEmitter
{
    private static readonly HashSet<SimpleKind> Direct = [SimpleKind.String, SimpleKind.Boolean, SimpleKind.Int32, SimpleKind.Int64, SimpleKind.Double, SimpleKind.Decimal];

    /// <summary>The call that places an argument.</summary>
    public static string Statement(SourceFile file, SendModel send)
    {
        var value = send.Constant is null ? send.ParameterName : ConstantText.Of(send.Constant);
        if (send.BodyForm != BodyForm.Value)
        {
            return "Body" + send.BodyForm + "(" + value + ")";
        }

        var type = send.Type.AsNonNullable();
        var place = send.Location.ToString();
        var arguments = CSharpText.Literal(send.WireName) + ", " + value;
        if (send.Style is null && send.MediaType is null && send.Location is not (ParameterLocation.Body or ParameterLocation.BodyMember))
        {
            if (type is GeneratedType { Identity.Shape: TypeShape.StringEnum })
            {
                return place + "String(" + arguments + (send.Type.IsNullable ? "?" : "") + ".Value)";
            }

            if (type is SimpleType simple && Direct.Contains(simple.Kind))
            {
                return place + simple.Kind + "(" + arguments + ")";
            }
        }

        // Null is "not sent" everywhere; a class is null without a type of its own for it.
        var sent = type.IsValueType ? send.Type : type;
        var codec = "<" + file.Names.Of(sent) + ", " + file.Names.Codec(sent) + ">(";
        return send.Location switch
        {
            ParameterLocation.Body => "Body" + codec + value + ")",
            ParameterLocation.BodyMember => "BodyMember" + codec + arguments + ")",
            _ when send.MediaType is { } mediaType => place + "Content" + codec + arguments + ", " + CSharpText.Literal(mediaType) + ")",
            _ when send.Style is { } style => place + "Styled" + codec + arguments + Style(file, send.Location, style) + ")",
            _ => place + "Value" + codec + arguments + ")",
        };
    }

    private static string Style(SourceFile file, ParameterLocation location, StyleModel style) =>
        ", " + file.Names.Of(FrameworkTypes.ParameterStyle) + "." + style.Style
        + (style.Explode ? ", explode: true" : "")
        + (style.AllowReserved && location != ParameterLocation.Header ? ", allowReserved: true" : "");
}
