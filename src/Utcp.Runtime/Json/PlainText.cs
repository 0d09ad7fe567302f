using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Utcp.Json;

/// <summary>The usual text: ASCII that needs no escape.</summary>
internal static class PlainText
{
    /// <summary>Copies the text when all of it is plain; otherwise the target holds rubbish. The target is at least as long as the text.</summary>
    internal static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
        ref var source = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref var result = ref MemoryMarshal.GetReference(target[..text.Length]);
        var i = 0;
        if (Vector128.IsHardwareAccelerated && text.Length >= 16)
        {
            for (; i <= text.Length - 16; i += 16)
            {
                if (!TryCopyBlock(ref source, ref result, i))
                {
                    return false;
                }
            }

            // The last block may repeat a part of the one before it.
            return i == text.Length || TryCopyBlock(ref source, ref result, text.Length - 16);
        }

        for (; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit - ' ' >= 0x60 || unit is '"' or '\\' || unit < ' ')
            {
                return false;
            }

            target[i] = (byte)unit;
        }

        return true;
    }

    private static bool TryCopyBlock(ref ushort source, ref byte target, int index)
    {
        var block = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref source, (nuint)index), Vector128.LoadUnsafe(ref source, (nuint)index + 8));
        var special = Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(block, Vector128.Create((byte)'"'))
            | Vector128.Equals(block, Vector128.Create((byte)'\\'));
        block.StoreUnsafe(ref target, (nuint)index);
        return special == Vector128<byte>.Zero;
    }
}
