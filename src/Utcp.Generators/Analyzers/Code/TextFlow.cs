using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>Follows texts from where they are used to where they are written: constants, concatenations, interpolations, locals that are set once, static readonly fields.</summary>
internal static class TextFlow
{
    private const int MaxDepth = 16;

    /// <summary>The values that an expression may have, as far as the source tells: one for each branch of a condition. Empty when nothing is known.</summary>
    public static IEnumerable<TextValue> ValuesOf(IOperation value)
    {
        value = GivenValue.Unwrap(value);
        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } condition when !value.ConstantValue.HasValue:
                return ValuesOf(condition.WhenTrue).Concat(ValuesOf(otherwise));
            case ICoalesceOperation coalesce:
                return ValuesOf(coalesce.Value).Concat(ValuesOf(coalesce.WhenNull));
            case ISwitchExpressionOperation choice:
                return choice.Arms.SelectMany(arm => ValuesOf(arm.Value));
        }

        var pieces = new List<TextPiece>();
        Append(value, pieces, MaxDepth);
        return pieces.Any(piece => piece.Text is not null) ? [new TextValue(pieces, value.Syntax)] : [];
    }

    private static void Append(IOperation value, List<TextPiece> pieces, int depth)
    {
        value = GivenValue.Unwrap(value);
        if (depth == 0)
        {
            pieces.Add(new TextPiece(null, value.Syntax));
        }
        else if (Written(value) is { } written)
        {
            Append(written, pieces, depth - 1);
        }
        else if (value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
        {
            Append(sum.LeftOperand, pieces, depth - 1);
            Append(sum.RightOperand, pieces, depth - 1);
        }
        else if (value is IInterpolatedStringOperation interpolated)
        {
            foreach (var part in interpolated.Parts)
            {
                switch (part)
                {
                    case IInterpolatedStringTextOperation text:
                        pieces.Add(new TextPiece(text.Text.ConstantValue.Value as string, text.Syntax));
                        break;
                    case IInterpolationOperation { Alignment: null, FormatString: null } hole:
                        Append(hole.Expression, pieces, depth - 1);
                        break;
                    default:
                        pieces.Add(new TextPiece(null, part.Syntax));
                        break;
                }
            }
        }
        else
        {
            var initializer = value is IFieldReferenceOperation { Field: { IsConst: true } or { IsStatic: true, IsReadOnly: true } } reference ? Declarations.InitializerOf(reference.Field) : null;
            pieces.Add(new TextPiece(Constant(value) ?? (initializer is null ? null : LiteralText.Of(initializer)), initializer is null ? value.Syntax : LiteralText.First(initializer)));
        }
    }

    /// <summary>The expression that gave a constant or a local its value, where it stands in the code at hand; so that a repair finds it.</summary>
    private static IOperation? Written(IOperation value) =>
        value is ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } reference && Declarations.InitializerOf(local) is { } initializer
            && (local.IsConst || LocalUses.IsSetOnce(reference)) ? value.SemanticModel?.GetOperation(initializer) : null;

    private static string? Constant(IOperation value) => value.ConstantValue switch
    {
        { HasValue: true, Value: string text } => text,
        { HasValue: true, Value: char or int or long } number => number.Value.ToString(),
        _ => null,
    };
}
