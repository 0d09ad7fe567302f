using System.Globalization;
using System.Text;

namespace Utcp.Benchmarks.Json;

/// <summary>The three payloads, as a server would send them.</summary>
internal static class Payloads
{
    internal static byte[] Small { get; } = """
        {"id":918273645,"name":"Grace Hopper","email":"grace.hopper@example.com","active":true,"score":98.625,"created":"2026-03-04T05:06:07+00:00","visits":1024}
        """u8.ToArray();

    internal static byte[] List { get; } = Encoding.UTF8.GetBytes(
        "{\"total\":100,\"next\":\"https://api.example.com/rows?page=2\",\"rows\":[" +
        string.Join(',', Enumerable.Range(1, 100).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":{{i * 7919}},"title":"Invoice number {{i}} of the spring collection","amount":{{(i * 12.75) + 0.5}},"quantity":{{i % 9}},"currency":"EUR","paid":{{(i % 2 == 0 ? "true" : "false")}},"due":"2026-11-{{(i % 28) + 1:00}}T12:30:00+02:00","tags":["spring","retail"]{{(i % 3 == 0 ? ",\"comment\":\"Delivered late; see the ticket\"" : "")}}}"""))) + "]}");

    internal static byte[] Deep { get; } = Encoding.UTF8.GetBytes(Nest(0));

    private static string Nest(int depth) =>
        $"{{\"name\":\"level {depth}\",\"depth\":{depth},{(depth < 25 ? $"\"child\":{Nest(depth + 1)}," : "")}\"leaves\":[{{\"key\":\"a\",\"value\":{depth}.5}},{{\"key\":\"b\"}}]}}";
}
