using System.Globalization;
using Acme.Petstore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Utcp.Json;

namespace Acme;

/// <summary>A shop that answers the operations of petstore.yaml. It reads and writes JSON with the generated types, too.</summary>
internal sealed class PetShop
{
    /// <summary>The key that the shop asks for.</summary>
    public const string ApiKey = "secret-of-the-sample";

    private readonly List<Pet> _pets = [];
    private readonly List<(byte[] Bytes, string? MediaType)> _photos = [];
    private readonly HashSet<long> _sold = [];
    private int _waiting;

    /// <summary>The smallest PNG: one pixel.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The query of the last search.</summary>
    public string LastQuery { get; private set; } = "";

    /// <summary>Gives a customer a token.</summary>
    public ValueTask<string> SignInAsync(string customer, CancellationToken cancellationToken) => ValueTask.FromResult($"token-of-{customer}");

    /// <summary>Adds the shop's addresses to a server.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/v1/pets", List);
        app.MapPost("/v1/pets", AddAsync);
        app.MapGet("/v1/pets/{id:long}", Get);
        app.MapPost("/v1/pets/{id:long}/photos", UploadAsync);
        app.MapGet("/v1/pets/{id:long}/photos/{photo:int}", PhotoAsync);
        app.MapPost("/v1/orders", OrderAsync);
    }

    private Task List(HttpContext context)
    {
        LastQuery = context.Request.QueryString.Value ?? "";
        var kind = context.Request.Query["filter[kind]"].ToString();
        var after = DateOnly.Parse(context.Request.Query["filter[bornAfter]"].ToString(), CultureInfo.InvariantCulture);
        var found = _pets.Where(pet => pet is Dog dog && kind == Species.Dog && dog.Born > after).ToList();
        context.Response.Headers["X-Total"] = found.Count.ToString(CultureInfo.InvariantCulture);
        return AnswerAsync(context, 200, $"[{string.Join(",", found.Select(JsonModel.Serialize))}]");
    }

    private async Task AddAsync(HttpContext context)
    {
        if (context.Request.Headers["X-Api-Key"] != ApiKey)
        {
            await AnswerAsync(context, 401, new Problem { Title = "An API key is needed." });
            return;
        }

        var pet = await ReadAsync<Pet>(context);
        if (pet is Cat { Born.Year: > 2026 })
        {
            await AnswerAsync(context, 422, new InvalidPet { Title = "The pet is not born yet.", Errors = new Dictionary<string, IReadOnlyList<string>> { ["born"] = ["Must not be in the future."] } });
            return;
        }

        var id = _pets.Count + 1;
        _pets.Add(pet switch { Dog dog => dog with { Id = id }, Cat cat => cat with { Id = id }, _ => pet });
        await AnswerAsync(context, 201, _pets[^1]);
    }

    private Task Get(HttpContext context)
    {
        var id = Number(context, "id");
        return id <= _pets.Count ? AnswerAsync(context, 200, _pets[(int)id - 1]) : AnswerAsync(context, 404, new Problem { Title = $"There is no pet {id}." });
    }

    private async Task UploadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var file = form.Files["photo"]!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        _photos.Add((bytes.ToArray(), file.ContentType));
        await AnswerAsync(context, 201, new Photo { Id = _photos.Count, Bytes = bytes.Length, Caption = form["caption"] });
    }

    private async Task PhotoAsync(HttpContext context)
    {
        var (bytes, mediaType) = _photos[(int)Number(context, "photo") - 1];
        context.Response.ContentType = mediaType;
        await context.Response.Body.WriteAsync(bytes);
    }

    private async Task OrderAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization != "Bearer token-of-Ines")
        {
            await AnswerAsync(context, 401, new Problem { Title = "Sign in first." });
            return;
        }

        var order = await ReadAsync<PlaceOrderBody>(context);
        await (_sold.Add(order.PetId)
            ? AnswerAsync(context, 201, new Order { Number = 1000 + _sold.Count, Pet = _pets[(int)order.PetId - 1] })
            : AnswerAsync(context, 202, new Waiting { Place = ++_waiting }));
    }

    private static long Number(HttpContext context, string name) => long.Parse((string)context.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    private static async Task<T> ReadAsync<T>(HttpContext context)
        where T : IJsonModel<T>
    {
        using var reader = new StreamReader(context.Request.Body);
        return JsonModel.Deserialize<T>(await reader.ReadToEndAsync());
    }

    private static Task AnswerAsync<T>(HttpContext context, int status, T value)
        where T : IJsonModel<T>
        => AnswerAsync(context, status, JsonModel.Serialize(value));

    private static Task AnswerAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = status >= 400 ? "application/problem+json" : "application/json";
        return context.Response.WriteAsync(json);
    }
}
