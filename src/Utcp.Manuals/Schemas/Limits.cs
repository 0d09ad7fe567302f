namespace Utcp.Manuals.Schemas;

/// <summary>Limits of which either may be absent.</summary>
internal static class Limits
{
    public static long? Larger(long? left, long? right) => left is null || right > left ? right : left;

    public static long? Smaller(long? left, long? right) => left is null || right < left ? right : left;
}
