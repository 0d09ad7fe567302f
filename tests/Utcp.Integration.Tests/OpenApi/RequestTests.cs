using Acme.Things;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Utcp.Integration.Tests.OpenApi;

/// <summary>What generated clients send for OpenAPI operations, as the parsers of ASP.NET Core read it.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Parameters_have_their_styles()
    {
        await using var provider = await StartAsync();
        await Client(provider).FindAsync(
            ["blue", "light green"],
            filter: new() { Kind = "a&b", Tags = ["x", "y"] },
            ids: [1, 2],
            page: new() { Limit = 5, After = "é" },
            url: "https://h/p?q",
            where: new() { Eq = "1 2" },
            xRange: new() { From = 1, To = 9 },
            seen: "a b");

        var target = provider.Only.Target;
        var query = QueryHelpers.ParseQuery(target[target.IndexOf('?', StringComparison.Ordinal)..]);
        Assert.StartsWith("/things;color=blue;color=light%20green?", target, StringComparison.Ordinal);
        Assert.Equal("a&b", query["filter[kind]"]);
        Assert.Equal("x y", $"{query["filter[tags][0]"]} {query["filter[tags][1]"]}");
        Assert.Equal("1|2", query["ids"]);
        Assert.Equal("5 é", $"{query["limit"]} {query["after"]}");
        Assert.Equal("https://h/p?q", query["url"]);
        Assert.Contains("url=https://h/p?q", target, StringComparison.Ordinal);
        Assert.Equal("{\"eq\":\"1 2\"}", query["where"]);
        Assert.Equal("from=1,to=9", provider.Only["X-Range"]);
        Assert.Equal("seen=a%20b", provider.Only["Cookie"]);
    }

    [Fact]
    public async Task Forms_nest_where_the_document_says_so()
    {
        IFormCollection? form = null;
        await using var provider = await StartAsync(async (_, request) => form = await request.ReadFormAsync());
        await Client(provider).OrderAsync(new()
        {
            Amount = 100,
            Note = "a+b c&d",
            Expand = ["x", "y"],
            Metadata = new Dictionary<string, string> { ["order id"] = "6735" },
            Items = [new() { Sku = "s1", Sizes = [1, 2] }, new() { Sku = "s2" }],
        });

        Assert.Equal("application/x-www-form-urlencoded", provider.Only["Content-Type"]);
        Assert.Equal("100", form!["amount"]);
        Assert.Equal("a+b c&d", form["note"]);
        Assert.Equal("x,y", form["expand"].ToString());
        Assert.Equal("6735", form["metadata[order id]"]);
        Assert.Equal("s1 2 s2", $"{form["items[0][sku]"]} {form["items[0][sizes][1]"]} {form["items[1][sku]"]}");
    }

    [Fact]
    public async Task Files_arrive_with_their_names_and_types()
    {
        IFormCollection? form = null;
        await using var provider = await StartAsync(async (_, request) => form = await request.ReadFormAsync());
        await Client(provider).AddAlbumAsync(new()
        {
            Title = "Été \"24\"",
            Cover = new UtcpFile(new MemoryStream([1, 2, 13, 10, 0]), "côver.png"),
            Pages = [new UtcpFile("one"u8.ToArray(), "1.txt", "text/plain"), new UtcpFile("two"u8.ToArray(), "2.bin")],
            Info = new() { Year = 2024 },
        });

        Assert.Equal("Été \"24\"", form!["title"]);
        Assert.Equal("{\"year\":2024}", form["info"]);
        var cover = Assert.Single(form.Files.GetFiles("cover"));
        Assert.Equal(("côver.png", "image/png", 5), (cover.FileName, cover.ContentType, (int)cover.Length));
        var pages = form.Files.GetFiles("pages");
        Assert.Equal(["1.txt text/plain", "2.bin application/octet-stream"], pages.Select(page => page.FileName + " " + page.ContentType));
        using var reader = new StreamReader(pages[1].OpenReadStream());
        Assert.Equal("two", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_caller_says_which_image_it_is()
    {
        await using var provider = await StartAsync();
        await Client(provider).PutImageAsync(new UtcpFile(new byte[] { 7 }, mediaType: "image/webp"));
        Assert.Equal("image/webp", provider.Only["Content-Type"]);
        Assert.Equal([7], provider.Only.Body);
    }

    [Fact]
    public async Task Each_kind_of_body_is_an_overload()
    {
        await using var provider = await StartAsync();
        var things = Client(provider);
        await things.SaveAsync();
        await things.SaveAsync(body: new Note { Text = "json" });
        await things.SaveAsync("plain", Lang.Pt);
        await things.SaveAsync(new MemoryStream([9]));

        Assert.Equal([null, "application/json", "text/plain", "application/octet-stream"], provider.Requests.Select(request => request["Content-Type"]));
        Assert.Equal(["", "{\"text\":\"json\"}", "plain", "\t"], provider.Requests.Select(request => request.Text));
        Assert.Equal("POST /notes?lang=pt", provider.Requests[2].Line);
        Assert.Equal(1, Info<ThingsClient>().Tools.Count(tool => tool.Name == "save"));
    }

    private static ManualInfo Info<T>()
        where T : IUtcpClient<T>
        => T.Manual;

    private static ThingsClient Client(Provider provider) => provider.Client<ThingsClient>(("SERVER_PORT", provider.Port));

    private static Task<Provider> StartAsync(Func<ReceivedRequest, HttpRequest, Task>? read = null) => Provider.StartAsync(async (received, response) =>
    {
        var request = response.HttpContext.Request;
        request.Body = new MemoryStream(received.Body);
        await (read?.Invoke(received, request) ?? Task.CompletedTask);
        response.StatusCode = 204;
    });
}
