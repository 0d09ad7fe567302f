using System.Text.Encodings.Web;
using System.Text.Json;

namespace Utcp.Http;

/// <summary>A writer and its buffer, kept per thread.</summary>
internal sealed class JsonScratch
{
    [ThreadStatic]
    private static JsonScratch? t_spare;

    private JsonScratch() =>
        Writer = new(Bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public PooledBytes Bytes { get; } = new();

    public Utf8JsonWriter Writer { get; }

    public static JsonScratch Rent()
    {
        var scratch = t_spare;
        if (scratch is null)
        {
            return new();
        }

        t_spare = null;
        return scratch;
    }

    /// <summary>Gives the scratch back. One that is not given back, after a failure, is simply forgotten.</summary>
    public void Return()
    {
        Bytes.Release();
        Writer.Reset();
        t_spare = this;
    }
}
