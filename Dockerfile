# One image for every process: `okienko serve NAME` says which, `okienko migrate` prepares databases.

FROM python:3.13-slim AS built
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /srv/venv
ENV PATH=/srv/venv/bin:$PATH
WORKDIR /srv/okienko
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock
COPY . ./
# Editable, because the migrations' histories and alembic.ini are read beside the code.
RUN pip install --no-deps --no-build-isolation -e . && python -m compileall -q .

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin okienko
COPY --from=built /srv /srv
ENV PATH=/srv/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /srv/okienko
USER 10001
EXPOSE 8000
ENTRYPOINT ["okienko"]
CMD ["serve", "gateway", "--host", "0.0.0.0", "--port", "8000"]
