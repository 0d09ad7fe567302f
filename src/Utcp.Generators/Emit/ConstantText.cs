using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Json;

namespace Utcp.Generators.Emit;

/// <summary>Constants of a schema as C# expressions.</summary>
internal static class ConstantText
{
    /// <summary>The expression, such as <c>"cat"</c>, <c>7L</c> or <c>1.5</c>.</summary>
    public static string Of(ConstantValue constant) => constant.Kind switch
    {
        JsonKind.String => CSharpText.Literal(constant.Text),
        JsonKind.True => "true",
        JsonKind.False => "false",
        _ => long.TryParse(constant.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? CSharpText.Integer(constant.Text) : CSharpText.Number(constant.Text),
    };
}
