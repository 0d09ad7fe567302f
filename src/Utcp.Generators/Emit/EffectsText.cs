using Utcp.Manuals.Model;

namespace Utcp.Generators.Emit;

/// <summary>Effects as a C# expression.</summary>
internal static class EffectsText
{
    public static string Of(TypeNames names, Effects effects)
    {
        var type = names.Of(FrameworkTypes.ToolEffects);
        return effects == Effects.Unknown
            ? type + "." + nameof(Effects.Unknown)
            : string.Join(" | ", new[] { Effects.Safe, Effects.Idempotent, Effects.Destructive }.Where(effect => (effects & effect) != 0).Select(effect => type + "." + effect));
    }
}
