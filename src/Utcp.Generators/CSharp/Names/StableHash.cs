using System.Globalization;

namespace Utcp.Generators.CSharp.Names;

/// <summary>A hash that is the same on every machine and in every version (FNV-1a, 64 bits).</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text) => Continue(Offset, text);

    /// <summary>Adds a text, and a mark for its end, to a hash.</summary>
    public static ulong Continue(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        hash = (hash ^ 0xFFFF) * Prime;

        // The last characters have reached the low bits only; mix them upwards, because names show the high ones.
        hash ^= hash >> 29;
        hash *= Prime;
        return hash ^ (hash >> 32);
    }

    /// <summary>Adds a number to a hash.</summary>
    public static ulong Continue(ulong hash, ulong number) => (((hash ^ (number & 0xFFFFFFFF)) * Prime) ^ (number >> 32)) * Prime;

    /// <summary>The first hexadecimal digits of a text's hash, to tell names apart.</summary>
    public static string Suffix(string text, int digits) => Of(text).ToString("x16", CultureInfo.InvariantCulture).Substring(0, digits);
}
