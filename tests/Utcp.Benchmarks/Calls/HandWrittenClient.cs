using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Utcp.Benchmarks.Calls;

/// <summary>What a careful person writes with <c>HttpClient</c> and the System.Text.Json source generator: headers first, the body parsed while it arrives.</summary>
internal sealed class HandWrittenClient(HttpClient client)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<HandForecast> GetForecastAsync(string city, int? days, string? units, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.example.com/v2/forecast/{Uri.EscapeDataString(city)}?days={days}&units={units}");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, HandContext.Default.HandForecast, cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<HandReceipt> ReportObservationAsync(string station, HandObservation body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://api.example.com/v2/stations/{Uri.EscapeDataString(station)}/observations");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, HandContext.Default.HandObservation)) { Headers = { ContentType = Json } };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return (await JsonSerializer.DeserializeAsync(stream, HandContext.Default.HandReceipt, cancellationToken).ConfigureAwait(false))!;
    }
}

internal sealed record HandForecast(string City, IReadOnlyList<HandDay> Days);

internal sealed record HandDay(DateOnly Date, double High, double Low, double? Wind, string Condition);

internal sealed record HandObservation(DateTimeOffset TakenAt, double Temperature, int Humidity, string? Comment);

internal sealed record HandReceipt(long Number, string Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HandForecast))]
[JsonSerializable(typeof(HandObservation))]
[JsonSerializable(typeof(HandReceipt))]
internal sealed partial class HandContext : JsonSerializerContext;
