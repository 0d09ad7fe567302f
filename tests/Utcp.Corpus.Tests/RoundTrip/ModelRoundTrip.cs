using System.Reflection;
using Utcp.Json;

namespace Utcp.Corpus.Tests.RoundTrip;

/// <summary>Reads a value with a generated type and writes it back.</summary>
internal static class ModelRoundTrip
{
    private static readonly MethodInfo Method = typeof(ModelRoundTrip).GetMethod(nameof(RoundTrip), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The round trip of a type, or null when it is none that reads itself.</summary>
    public static Func<string, string>? Of(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IJsonModel<>) && one.GenericTypeArguments[0] == type)
            ? Method.MakeGenericMethod(type).CreateDelegate<Func<string, string>>() : null;

    private static string RoundTrip<T>(string json)
        where T : IJsonModel<T> => JsonModel.Serialize(JsonModel.Deserialize<T>(json));
}
