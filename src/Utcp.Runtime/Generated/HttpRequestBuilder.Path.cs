using System.Globalization;
using Utcp.Http;
using Utcp.Json;

namespace Utcp.Generated;

public ref partial struct HttpRequestBuilder
{
    /// <summary>Fills the next placeholder. Placeholders are filled in the order of the template, each occurrence once (D5).</summary>
    /// <param name="name">The placeholder's name.</param>
    /// <param name="value">The value; percent-encoded here.</param>
    /// <exception cref="UtcpArgumentException">The value is null, or makes an empty path segment or <c>.</c> or <c>..</c> (D4).</exception>
    public void PathString(string name, string? value)
    {
        if (value is null)
        {
            ThrowMissing(name);
        }

        PathText(name, value);
    }

    /// <summary>Fills the next placeholder; see <see cref="PathString"/>.</summary>
    public void PathBoolean(string name, bool? value)
    {
        if (value is not { } given)
        {
            ThrowMissing(name);
            return;
        }

        PathText(name, given ? "true" : "false");
    }

    /// <summary>Fills the next placeholder; see <see cref="PathString"/>.</summary>
    public void PathInt32(string name, int? value) => PathInt64(name, value);

    /// <summary>Fills the next placeholder; see <see cref="PathString"/>.</summary>
    public void PathInt64(string name, long? value)
    {
        if (value is not { } given)
        {
            ThrowMissing(name);
            return;
        }

        Span<char> text = stackalloc char[24];
        given.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        PathText(name, text[..length]);
    }

    /// <summary>Fills the next placeholder; see <see cref="PathString"/>.</summary>
    /// <exception cref="UtcpArgumentException">The value is null or not finite.</exception>
    public void PathDouble(string name, double? value)
    {
        if (value is not { } given)
        {
            ThrowMissing(name);
            return;
        }

        Span<char> text = stackalloc char[32];
        PathText(name, text[..Format(name, given, text)]);
    }

    /// <summary>Fills the next placeholder; see <see cref="PathString"/>.</summary>
    public void PathDecimal(string name, decimal? value)
    {
        if (value is not { } given)
        {
            ThrowMissing(name);
            return;
        }

        Span<char> text = stackalloc char[32];
        given.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        PathText(name, text[..length]);
    }

    /// <summary>Fills the next placeholder with any value: the elements of an array are joined by commas, an object is compact JSON (D7).</summary>
    /// <exception cref="UtcpArgumentException">The value is null, or as in <see cref="PathString"/>.</exception>
    public void PathValue<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var json = JsonOf<T, TCodec>(name, value);
        if (json is null || json.WrittenSpan.SequenceEqual("null"u8))
        {
            ThrowMissing(name);
            return;
        }

        if (!TakePlaceholder(name))
        {
            return;
        }

        var isFirst = true;
        using var texts = new JsonScalars(json.WrittenSpan);
        while (texts.Next())
        {
            if (!isFirst)
            {
                _url.Append(',');
            }

            isFirst = false;
            _url.AppendEscaped(texts.Current);
        }

        EndPlaceholder(name);
    }

    private readonly int Format(string name, double value, Span<char> text)
    {
        if (!double.IsFinite(value))
        {
            throw ArgumentFailure(name, "is not a finite number");
        }

        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    private void PathText(string name, scoped ReadOnlySpan<char> text)
    {
        if (TakePlaceholder(name))
        {
            _url.AppendEscaped(text);
            EndPlaceholder(name);
        }
    }

    private void EndPlaceholder(string name)
    {
        if (!_hasQuery)
        {
            _segmentArgument = name;
        }

        _nextPiece++;
        AppendPiecesOrFail();
    }
}
