using Acme.Odd;

namespace Utcp.Integration.Tests.Types;

/// <summary>Arguments of every type outside of a body, and names that mean something in C#.</summary>
public sealed class ArgumentTests
{
    private static readonly Guid Id = Guid.Parse("0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10");

    [Fact]
    public async Task Every_type_has_a_form_in_the_query()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<OddClient>();
        await client.TypedQueryAsync(
            moment: new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1)),
            date: new DateOnly(2026, 11, 20),
            time: new TimeOnly(8, 30),
            duration: TimeSpan.FromMinutes(90),
            id: Id,
            link: new Uri("https://h/a?b"),
            bytes: new byte[] { 251, 255 },
            price: 1.50m,
            color: Color.LightBlue,
            level: Level.High,
            colors: [Color.Red, "mauve"],
            numbers: [1, null, 2],
            either: "e",
            map: new Dictionary<string, long> { ["a"] = 1 },
            nested: [[1, 2], []]);
        await client.TypedQueryAsync(either: 5);
        Assert.Equal(
            "/x?moment=2026-11-20T12%3A00%3A00%2B01%3A00&date=2026-11-20&time=08%3A30%3A00&duration=PT1H30M&id=0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10&link=https%3A%2F%2Fh%2Fa%3Fb"
            + "&bytes=%2B%2F8%3D&price=1.50&color=light-blue&level=2&colors=red&colors=mauve&numbers=1&numbers=2&either=e&map=%7B%22a%22%3A1%7D&nested=%5B1%2C2%5D&nested=%5B%5D",
            provider.Requests[0].Target);
        Assert.Equal("/x?either=5", provider.Requests[1].Target);
    }

    [Fact]
    public async Task Every_type_has_a_form_in_the_path()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<OddClient>().TypedPathAsync(Id, new DateOnly(2026, 11, 20), Level.Low, ["a b", "c,d"]);
        Assert.Equal("/0b6c5a52-6d1c-4d0e-9a3a-1f7f0e6f2a10/2026-11-20/1/a%20b,c%2Cd", provider.Only.Target);
    }

    [Fact]
    public async Task Every_type_has_a_form_in_headers()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<OddClient>().TypedHeaderAsync(new DateOnly(2026, 11, 20), ["a", "b"], new() { A = 1 }, 0.5);
        Assert.Equal("2026-11-20", provider.Only["X-Date"]);
        Assert.Equal("a,b", provider.Only["X-List"]);
        Assert.Equal("""{"a":1}""", provider.Only["X-Object"]);
        Assert.Equal("0.5", provider.Only["X-Number"]);
        Assert.Equal("/x", provider.Only.Target);
    }

    [Fact]
    public async Task One_argument_goes_to_all_its_places()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<OddClient>().EverywhereAsync(7);
        Assert.Equal("POST /7", provider.Only.Line);
        Assert.Equal("7", provider.Only["X-Id"]);
        Assert.Equal("7", provider.Only.Text);
    }

    [Fact]
    public async Task Keywords_and_names_of_the_method_are_arguments_like_others()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<OddClient>().ClassAsync("c", "r", @event: "e", optionsArgument: "o", cancellationTokenArgument: "t", value: 1, binding: "b", _1: 2);
        Assert.Equal("/x?class=c&event=e&options=o&cancellationToken=t&request=r&value=1&_binding=b&1=2", provider.Only.Target);
    }

    [Fact]
    public async Task A_constant_argument_is_sent_without_being_asked_for()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<OddClient>().ConstantAsync(q: 1);
        Assert.Equal("/x?version=v2&q=1", provider.Only.Target);
    }

    [Fact]
    public async Task Inputs_behind_a_reference_are_inputs()
    {
        await using var provider = await Provider.StartAsync();
        await provider.Client<OddClient>().ReferredAsync(1);
        Assert.Equal("/x?q=1", provider.Only.Target);
    }

    [Fact]
    public async Task Names_of_tools_become_methods()
    {
        await using var provider = await Provider.StartAsync();
        var client = provider.Client<OddClient>();
        await client.GetXAsync();
        await client.ToStringAsync();
        await client.WeatherGetNowV2Async();
        await client.日本Async();
        Assert.Equal(4, provider.Requests.Count);

        var methods = Tools<OddClient>().Select(tool => tool.MethodName).ToList();
        Assert.Equal(methods.Count, methods.Distinct().Count());
        Assert.All(methods, method => Assert.NotNull(typeof(IOddClient).GetMethod(method)));

        static IEnumerable<ToolInfo> Tools<T>()
            where T : IUtcpClient<T>
            => T.Manual.Tools;
    }
}
