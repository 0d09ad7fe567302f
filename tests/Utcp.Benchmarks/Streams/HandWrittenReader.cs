using System.Buffers;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utcp.Benchmarks.Streams;

/// <summary>What a careful person writes to read items while they arrive: the parser of the framework, lines out of a pipe, and the System.Text.Json source generator.</summary>
internal sealed class HandWrittenReader(HttpClient client)
{
    public async Task<long> EventsAsync()
    {
        using var response = await OpenAsync("events").ConfigureAwait(false);
        await using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var sum = 0L;
        await foreach (var item in SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, TickContext.Default.HandTick)!).EnumerateAsync().ConfigureAwait(false))
        {
            sum += item.Data.Volume;
        }

        return sum;
    }

    public async Task<long> NumbersAsync()
    {
        using var response = await OpenAsync("numbers").ConfigureAwait(false);
        await using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var sum = 0L;
        await foreach (var item in SseParser.Create(stream, static (_, data) => JsonSerializer.Deserialize(data, TickContext.Default.Int64)).EnumerateAsync().ConfigureAwait(false))
        {
            sum += item.Data;
        }

        return sum;
    }

    public async Task<long> LinesAsync()
    {
        using var response = await OpenAsync("lines").ConfigureAwait(false);
        var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync().ConfigureAwait(false), new StreamPipeReaderOptions(bufferSize: 16 * 1024));
        var sum = 0L;
        while (true)
        {
            var read = await reader.ReadAsync().ConfigureAwait(false);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                sum += Read(rest.Slice(0, end)).Volume;
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                await reader.CompleteAsync().ConfigureAwait(false);
                return sum;
            }
        }
    }

    private static HandTick Read(ReadOnlySequence<byte> line)
    {
        var json = new Utf8JsonReader(line);
        return JsonSerializer.Deserialize(ref json, TickContext.Default.HandTick)!;
    }

    private async Task<HttpResponseMessage> OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example.com/" + path);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        return response.EnsureSuccessStatusCode();
    }
}

internal sealed record HandTick(string Symbol, double Price, long Volume, DateTimeOffset At);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandTick))]
[JsonSerializable(typeof(long))]
internal sealed partial class TickContext : JsonSerializerContext;
